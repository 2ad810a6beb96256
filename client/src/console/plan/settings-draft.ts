import { Settings } from '@escale/shared'
import { useLive } from '../../stores/live-context.ts'
import { useConsole } from '../session.ts'
import { useDraft } from './use-draft.ts'

type Key = keyof Settings

const isFitSetting = (key: Key, value: unknown): boolean => Settings.shape[key].safeParse(value).success

/** One setting of the workshop as a draft. */
export function useSetting<K extends Key>(key: K, isFit: (value: Settings[K]) => boolean = () => true) {
  const value = useConsole((c) => c.plan.workshop.settings[key])
  const { send } = useLive()
  return useDraft<Settings[K]>(
    `settings/${key}`,
    value,
    (next) => send({ type: 'settings', patch: { [key]: next } }),
    (next) => isFitSetting(key, next) && isFit(next),
  )
}
