declare global {
	namespace App {
		interface PageData {
			/** On the page of a lesson. */
			lesson?: { readonly number: number; readonly title: string };
		}
	}
}

export {};
