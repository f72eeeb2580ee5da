/**
 * A line of code in pieces of one colour: comments are lighter, and the names of operations have the
 * colour that the operation has in every drawing. Nothing else is coloured.
 */
export type Language = 'pytorch' | 'tensorflow';

export type TokenKind = 'plain' | 'comment' | 'conv' | 'dw' | 'bn' | 'relu';

export interface Token {
	readonly kind: TokenKind;
	readonly text: string;
}

/** The names that lessons and libraries give to operations. */
const operationOf: Readonly<Record<string, TokenKind>> = {
	pw: 'conv',
	convolve: 'conv',
	dw: 'dw',
	depthwise: 'dw',
	bn: 'bn',
	bn0: 'bn',
	bn1: 'bn',
	bn2: 'bn',
	batchNorm: 'bn',
	BatchNorm2d: 'bn',
	relu: 'relu',
	ReLU: 'relu'
};

/** Text in quotes, a comment to the line's end, a name; what lies between is plain. */
const pieces: Readonly<Record<Language, RegExp>> = {
	pytorch: /"[^"]*"|'[^']*'|#.*$|[A-Za-z_]\w*/g,
	tensorflow: /`[^`]*`|'[^']*'|\/\/.*$|[A-Za-z_$][\w$]*/g
};
const commentStart: Readonly<Record<Language, string>> = { pytorch: '#', tensorflow: '//' };

/** The tokens of one line; joined they are the line again. */
export function splitTokens(line: string, language: Language): Token[] {
	const tokens: Token[] = [];
	let end = 0;
	const add = (kind: TokenKind, text: string): void => {
		const last = tokens.at(-1);
		if (last?.kind === kind) tokens[tokens.length - 1] = { kind, text: last.text + text };
		else if (text !== '') tokens.push({ kind, text });
	};
	for (const { 0: text, index } of line.matchAll(pieces[language])) {
		add('plain', line.slice(end, index));
		add(kindOf(text, language), text);
		end = index + text.length;
	}
	add('plain', line.slice(end));
	return tokens;
}

function kindOf(text: string, language: Language): TokenKind {
	if (text.startsWith(commentStart[language])) return 'comment';
	return Object.hasOwn(operationOf, text) ? operationOf[text]! : 'plain';
}
