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
import { NewerDatabase } from './app/NewerDatabase.tsx';
import { createWorkList } from './app/workList.ts';
import { loadPlotly } from './components/plotlyFigure.ts';
import { choosePlatform } from './platform/choosePlatform.ts';
import { createStudyStore } from './store/createStudyStore.ts';
import { isFromNewerVersion } from './store/isFromNewerVersion.ts';
import { openDatabase } from './store/schema.ts';
import { sweepOrphans } from './store/sweepOrphans.ts';

const createWorker = () => new JobsWorker() as JobWorker;
const jobs = createWebRunner(createWorker);
// One core stays with the window, where there are more than two.
const workers = Math.min(8, Math.max(2, navigator.hardwareConcurrency - 1));
const batch = { jobs: createWebPool(createWorker, workers), workers };
const database = openDatabase('amalgam');

function createServices(): Services {
  const platform = choosePlatform();
  const store = createStudyStore(database);
  const work = createWorkList();
  return { platform, jobs, batch, store, work, imports: createImportQueue({ platform, store, work }) };
}

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
const root = createRoot(container);
if (await isFromNewerVersion(database)) {
  root.render(<NewerDatabase />);
} else {
  void sweepOrphans(database);
  root.render(<App services={createServices()} />);
  // What the first plot needs is fetched, compiled and started before a file comes, not while it is read.
  void loadPlotly();
  void jobs.run('voltageTrace', { time_s: new Float64Array(), voltage_V: new Float64Array() });
}
