/** Every attack there is, one line each. */
import type { Attack } from '../harness/attack.ts'
import { blanks } from './blanks.ts'
import { canaries } from './canaries.ts'
import { clockStep } from './clock-step.ts'
import { codeBurst } from './code-burst.ts'
import { crowdedItems } from './crowded-items.ts'
import { demonstrations } from './demonstrations.ts'
import { drawings } from './drawings.ts'
import { emptyCreations } from './empty-creations.ts'
import { erased } from './erased.ts'
import { exportStorm } from './export-storm.ts'
import { fatPlan } from './fat-plan.ts'
import { foreignContent } from './foreign-content.ts'
import { forgedAddress } from './forged-address.ts'
import { getChanges } from './get-changes.ts'
import { ghostJoins } from './ghost-joins.ts'
import { heavyBodies } from './heavy-bodies.ts'
import { keepLoop } from './keep-loop.ts'
import { manyCookies } from './many-cookies.ts'
import { manySecrets } from './many-secrets.ts'
import { manySockets } from './many-sockets.ts'
import { nestedPage } from './nested-page.ts'
import { nestedStory } from './nested-story.ts'
import { oneFolder } from './one-folder.ts'
import { pictures } from './pictures.ts'
import { pollutedKeys } from './polluted-keys.ts'
import { presenceFlood } from './presence-flood.ts'
import { rebinding } from './rebinding.ts'
import { silentSockets } from './silent-sockets.ts'
import { slowLines } from './slow-lines.ts'
import { socketFlood } from './socket-flood.ts'
import { stolenLink } from './stolen-link.ts'
import { tinyTypesOfGhosts } from './tiny-types.ts'
import { upgradeReset } from './upgrade-reset.ts'
import { workshopFile } from './workshop-file.ts'

export const attacks: readonly Attack[] = [
  blanks,
  canaries,
  clockStep,
  codeBurst,
  crowdedItems,
  demonstrations,
  drawings,
  emptyCreations,
  erased,
  exportStorm,
  fatPlan,
  foreignContent,
  forgedAddress,
  getChanges,
  ghostJoins,
  heavyBodies,
  keepLoop,
  manyCookies,
  manySecrets,
  manySockets,
  nestedPage,
  nestedStory,
  oneFolder,
  pictures,
  pollutedKeys,
  presenceFlood,
  rebinding,
  silentSockets,
  slowLines,
  socketFlood,
  stolenLink,
  tinyTypesOfGhosts,
  upgradeReset,
  workshopFile,
]
