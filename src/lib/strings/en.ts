/** The English catalogue: every word a reader sees, by section. Values go in through functions. */
import { home } from './en/home.ts';
import { keys } from './en/keys.ts';
import { modelCard } from './en/model-card.ts';
import { network } from './en/network.ts';
import { scenes } from './en/scenes.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';

export const en = { home, keys, modelCard, network, scenes, settings, shell, ui } as const;
