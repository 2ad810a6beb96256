import type { LucideIcon } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import type { Deeds } from './deeds.ts'
import type { KindTextsHook } from './texts.ts'
import type { SealedViews } from './views.ts'

/** What a kind's folder gives (`client/src/activities/<kind>/index.ts`): its views and its texts. */
export interface KindModule {
  readonly views: SealedViews
  /** Every kind has `name` and `purpose`. A hook made by `createTexts`. */
  readonly useTexts: KindTextsHook
  /** Words for what facilitators can undo in it; absent: « geste dans la séquence ». */
  readonly loadDeeds?: () => Promise<Deeds>
  /** Beside the name, in lists; a plain shape when absent. */
  readonly icon?: LucideIcon
}

/** A kind in the registry: its code arrives when it is first shown. */
export interface KindEntry {
  /** The same promise while it is on its way and once it is here: for React's `use`. */
  readonly load: () => Promise<KindModule>
}

/** For the registry: the module is asked for once; a failed load may be tried again. */
export function kindEntry(load: () => Promise<KindModule>): KindEntry {
  let loading: Promise<KindModule> | undefined
  return {
    load: () => {
      if (loading !== undefined) return loading
      const asked = load()
      loading = asked
      asked.then(
        // `use` reads these, and then does not wait for what has arrived: a kind that was fetched ahead shows without a blink.
        (value) => Object.assign(asked, { status: 'fulfilled', value }),
        () => {
          loading = undefined
        },
      )
      return asked
    },
  }
}

/**
 * A view whose code arrives when it is first shown. A kind imports its participant's view directly, and the console's,
 * the screen's and the editor's through this, so that a phone does not load them.
 */
export const lazyView = <Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> =>
  lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>
