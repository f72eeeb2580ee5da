/** Words of the figure about kernels that do nothing. Numbers come in as text, already formatted. */
export const kernels = {
	kernel: 'Kernel'
} as const;
