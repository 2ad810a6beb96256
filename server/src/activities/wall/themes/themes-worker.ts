/** The thread that works out the themes of one wall. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ThemesRequest } from './find-themes.ts'
import { proposeThemes } from './propose-themes.ts'

const { notes, wish } = workerData as ThemesRequest
parentPort?.postMessage(proposeThemes(notes, wish))
