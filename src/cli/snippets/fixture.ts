/**
 * What the PyTorch snippets have made, stored, so that the tests can hold the TensorFlow.js ones against
 * it where there is no PyTorch.
 */

export const FIXTURE = 'tests/fixtures/snippets/pytorch.json';

export interface PlainTensor {
	readonly shape: readonly number[];
	readonly data: readonly number[];
}

export interface Fixture {
	/** Version. */
	readonly pytorch: string;
	readonly snippets: Readonly<
		Record<
			string,
			{
				/** Of the code that made these numbers (`hashOfChain`). */
				readonly sha256: string;
				readonly tensors: Readonly<Record<string, PlainTensor>>;
			}
		>
	>;
}

/** JSON with one line for each tensor. */
export function toFixture({ pytorch, snippets }: Fixture): string {
	const blocks = Object.entries(snippets).map(([name, { sha256, tensors }]) => {
		const lines = Object.entries(tensors).map(
			([key, tensor]) => `\t\t\t\t${JSON.stringify(key)}: ${JSON.stringify(tensor)}`
		);
		return `\t\t${JSON.stringify(name)}: {\n\t\t\t"sha256": "${sha256}",\n\t\t\t"tensors": {\n${lines.join(',\n')}\n\t\t\t}\n\t\t}`;
	});
	return `{\n\t"pytorch": ${JSON.stringify(pytorch)},\n\t"snippets": {\n${blocks.join(',\n')}\n\t}\n}\n`;
}
