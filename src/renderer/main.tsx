/** Composition root: the only file that chooses the platform, opens the database and starts the job runner. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import { createRoot } from 'react-dom/client';
import { createWebPool } from '#jobs/webPool.ts';
import { createWebRunner, type JobWorker } from '#jobs/webRunner.ts';
import JobsWorker from '#jobs/webWorker.ts?worker';
import './app/window.css';
import { App } from './app/App.tsx';
import { createImportQueue } from './app/importQueue.ts';
import type { Services } from './app/services.ts';
import { createWorkList } from './app/workList.ts';
import { loadPlotly } from './components/plotlyFigure.ts';
import { choosePlatform } from './platform/choosePlatform.ts';
import { createStudyStore } from './store/createStudyStore.ts';
import { openDatabase } from './store/schema.ts';
import { sweepOrphans } from './store/sweepOrphans.ts';

const createWorker = () => new JobsWorker() as JobWorker;
const jobs = createWebRunner(createWorker);
// One core stays with the window, where there are more than two.
const workers = Math.min(8, Math.max(2, navigator.hardwareConcurrency - 1));
const batch = { jobs: createWebPool(createWorker, workers), workers };
const database = openDatabase('amalgam');
const platform = choosePlatform();
const store = createStudyStore(database);
const work = createWorkList();
const imports = createImportQueue({ platform, store, work });
const services: Services = { platform, jobs, batch, store, work, imports };

void sweepOrphans(database);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App services={services} />);
// What the first plot needs is fetched, compiled and started before a file comes, not while it is read.
void loadPlotly();
void jobs.run('voltageTrace', { time_s: new Float64Array(), voltage_V: new Float64Array() });
