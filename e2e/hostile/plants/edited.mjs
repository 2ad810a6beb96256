/** Loads the built server with the edits of a plant in it (`harness/plant.ts`), in every thread. Nothing of it is in the product. */
import { register } from 'node:module'

register('./edit-hooks.mjs', import.meta.url)
