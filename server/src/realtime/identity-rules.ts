import {
  accept,
  type Identity,
  isBlank,
  type Outcome,
  oneLine,
  refuse,
  type SessionState,
} from '@escale/shared'

const tidy = (given: string): string => (isBlank(given) ? '' : oneLine(given))

/** A name as it is kept: one line, and none where it would show nothing. */
export const tidyIdentity = ({ name, organisation, territory }: Identity): Identity => ({
  name: tidy(name),
  organisation: tidy(organisation),
  territory: tidy(territory),
})

/**
 * How a participant may present themselves in this workshop. What was not asked for is not kept. Refuses `invalid`
 * when a name is needed and missing.
 */
export function participantIdentity(
  settings: SessionState['workshop']['settings'],
  given: Identity,
): Outcome<Identity> {
  const { name, organisation, territory } = tidyIdentity(given)
  if (name === '' && !settings.identity.includes('anonymous')) return refuse('invalid')
  if (name !== '' && settings.identity.every((mode) => mode === 'anonymous')) return refuse('invalid')
  return accept({
    name,
    organisation: settings.askOrganisation ? organisation : '',
    territory: settings.askTerritory ? territory : '',
  })
}
