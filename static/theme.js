/*
 * Sets theme, profile and motion on <html> before the first paint, so that no page flashes.
 * A plain blocking script and its own file, because the content security policy allows no inline
 * script. The address wins over what is stored. It must agree with src/lib/state/shell/settings.svelte.ts;
 * a unit test runs both.
 */
(function () {
	'use strict';
	var root = document.documentElement;
	var address = new URLSearchParams(location.search);
	var stored = readStored();

	set('theme', choose('theme', ['light', 'dark']));
	set('profile', choose('profile', ['projector']));
	set('motion', choose('motion', ['full', 'reduced']));

	/** The stored settings, or an empty object where storage is blocked, empty or damaged. */
	function readStored() {
		try {
			var entry = JSON.parse(localStorage.getItem('repghost-notebook:settings') || 'null');
			return (entry && entry.version === 1 && entry.value) || {};
		} catch {
			return {};
		}
	}

	/** One of `allowed`, from the address (theme and profile only) or from storage, else null. */
	function choose(name, allowed) {
		var given = name === 'motion' ? [] : address.getAll(name);
		if (given.length === 1 && allowed.includes(given[0])) return given[0];
		return allowed.includes(stored[name]) ? stored[name] : null;
	}

	function set(name, value) {
		if (value !== null) root.dataset[name] = value;
	}
})();
