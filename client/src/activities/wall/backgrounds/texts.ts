import { PART_WORDS } from '@escale/shared/activities/wall'
import { createTexts } from '../../../i18n/create-texts.ts'

/** What the parts of drawings are called: the same words as in the harvest. */
export const useBackgroundTexts = createTexts('wall-backgrounds', PART_WORDS)
