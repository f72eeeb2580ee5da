/*
 * What a reader does before the page is live is not lost. A page can be read, and its fields be used, before
 * its scripts have come; when they take over, they set every field to what they know, and a button pressed
 * till then has done nothing. This script notes fields and buttons used meanwhile, and does the same again on
 * the live page (`live`, sent by src/routes/shell/go-live.ts). Its own file, since the content security policy
 * allows no inline script, and plain, since it has to be there before the others.
 */
(function () {
	'use strict';
	/** What was used, in the order of its last use; for a field, how the reader left it. */
	var used = new Map();
	var listened = { input: noteField, change: noteField, click: notePress };

	for (var type in listened) document.addEventListener(type, listened[type], true);
	document.addEventListener('live', replay, { once: true });

	function noteField(event) {
		var field = event.target;
		if (!field.matches('input, select, textarea')) return;
		var taken = event.type === 'change';
		note(field, { checked: field.checked, value: field.value, taken: taken });
	}

	/** A button that seems dead is pressed again: it counts once. Details open and close by themselves. */
	function notePress(event) {
		var pressed = event.target.closest('button, summary');
		if (!pressed) return;
		if (pressed.matches('button')) note(pressed, {});
		else note(pressed.parentElement, { open: !pressed.parentElement.open });
	}

	function note(element, left) {
		used.delete(element);
		used.set(element, left);
	}

	function replay() {
		for (var type in listened) document.removeEventListener(type, listened[type], true);
		used.forEach(function (left, element) {
			if (!element.isConnected) return;
			if (element.matches('button')) element.click();
			else if (element.matches('details')) reopen(element, left);
			else refill(element, left);
		});
		used.clear();
	}

	function reopen(details, left) {
		details.open = left.open;
		details.dispatchEvent(new Event('toggle'));
	}

	function refill(field, left) {
		if (field.disabled) return;
		if (field.type === 'radio' || field.type === 'checkbox') field.checked = left.checked;
		// A script may not write which files were chosen; they are still there.
		else if (field.type !== 'file') field.value = left.value;
		field.dispatchEvent(new Event('input', { bubbles: true }));
		if (left.taken) field.dispatchEvent(new Event('change', { bubbles: true }));
	}
})();
