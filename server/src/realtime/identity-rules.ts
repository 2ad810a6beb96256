import { accept, type Identity, type Outcome, refuse, type SessionState } from '@escale/shared'

/** A name as it is kept: without spaces around it. */
export const tidyIdentity = ({ name, organisation, territory }: Identity): Identity => ({
  name: name.trim(),
  organisation: organisation.trim(),
  territory: territory.trim(),
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
