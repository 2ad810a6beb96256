import { Suspense } from 'react'
import type { KindModule } from './kit/kind-entry.ts'
import { useKind } from './use-kind.ts'

interface KindTextProps {
  readonly kind: string
  readonly say?: 'name' | 'purpose'
}

/** A kind's name in the current language, or the line on what it is for; its slug while its code arrives. */
export const KindName = ({ kind, say = 'name' }: KindTextProps) => (
  <Suspense fallback={say === 'name' ? kind : null}>
    <Named kind={kind} say={say} />
  </Suspense>
)

function Named({ kind, say }: Required<KindTextProps>) {
  const found = useKind(kind)
  // Another kind is another texts hook: keyed, so that a hook never takes over another one's state.
  return found ? <Said key={kind} module={found} say={say} /> : say === 'name' ? kind : null
}

function Said({ module, say }: { readonly module: KindModule; readonly say: 'name' | 'purpose' }) {
  const t = module.useTexts()
  return t(say)
}
