/** The English catalogue: every word a reader sees, by section. Values go in through functions. */
import { about } from './en/about.ts';
import { answers } from './en/answers.ts';
import { batchNorm } from './en/batch-norm.ts';
import { bottleneck } from './en/bottleneck.ts';
import { cells } from './en/cells.ts';
import { code } from './en/code.ts';
import { compare } from './en/compare.ts';
import { exercises } from './en/exercises.ts';
import { facts } from './en/facts.ts';
import { finding } from './en/finding.ts';
import { fold } from './en/fold.ts';
import { gallery } from './en/gallery.ts';
import { home } from './en/home.ts';
import { inside } from './en/inside.ts';
import { joins } from './en/joins.ts';
import { kernels } from './en/kernels.ts';
import { keys } from './en/keys.ts';
import { lab } from './en/lab.ts';
import { layerKernels } from './en/layer-kernels.ts';
import { lesson } from './en/lesson.ts';
import { limits } from './en/limits.ts';
import { live } from './en/live.ts';
import { modelCard } from './en/model-card.ts';
import { modules } from './en/modules.ts';
import { network } from './en/network.ts';
import { networkMap } from './en/network-map.ts';
import { notebook } from './en/notebook.ts';
import { reuse } from './en/reuse.ts';
import { offline } from './en/offline.ts';
import { ownPictures } from './en/own-pictures.ts';
import { present } from './en/present.ts';
import { progress } from './en/progress.ts';
import { published } from './en/published.ts';
import { results } from './en/results.ts';
import { scenes } from './en/scenes.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { takeAway } from './en/take-away.ts';
import { teach } from './en/teach.ts';
import { tasks } from './en/tasks.ts';
import { tally } from './en/tally.ts';
import { tensors } from './en/tensors.ts';
import { tour } from './en/tour.ts';
import { ui } from './en/ui.ts';
import { viewPng } from './en/view-png.ts';

export const en = {
	facts,
	finding,
	fold,
	about,
	answers,
	batchNorm,
	bottleneck,
	cells,
	code,
	compare,
	exercises,
	gallery,
	home,
	inside,
	joins,
	kernels,
	keys,
	lab,
	layerKernels,
	lesson,
	limits,
	live,
	modelCard,
	modules,
	network,
	networkMap,
	notebook,
	offline,
	ownPictures,
	reuse,
	present,
	progress,
	published,
	results,
	scenes,
	settings,
	shell,
	takeAway,
	tally,
	tasks,
	teach,
	tensors,
	tour,
	ui,
	viewPng
} as const;
