declare module 'virtual:kernel-script' {
	/** A classic script for the kernel's worker (`src/cli/kernel-script.ts`). */
	const script: string;
	export default script;
}
