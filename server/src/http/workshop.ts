import { exportWorkshop, type TemplateLine, templates } from '@escale/shared'
import { Router } from 'express'
import { carriedPictures } from '../pictures/workshop-pictures.ts'
import type { HttpDeps } from './deps.ts'
import { guarded } from './guard.ts'
import { FILE_NAME_MAX_CHARS, slugOf } from './slug.ts'

/** A title as the name of a file: small letters, digits and dashes, whatever it was. */
export function fileName(title: string, otherwise: string): string {
  const name = slugOf(title).slice(0, FILE_NAME_MAX_CHARS).replace(/-$/, '')
  return name === '' ? otherwise : name
}

/** GET /api/templates, and a session's workshop as a file for drivers. */
export function workshopRoutes(deps: HttpDeps): Router {
  const router = Router()

  router.get('/api/templates', (request, response) => {
    const language = request.query['language'] === 'en' ? 'en' : 'fr'
    const lines = templates
      .filter(({ languages }) => languages.includes(language))
      .map((template): TemplateLine => {
        const { plan } = template.workshop(language)
        return {
          id: template.id,
          title: template.title[language],
          summary: template.summary[language],
          activities: plan.length,
          durationMs: plan.reduce((sum, a) => sum + a.durationMs, 0),
        }
      })
    response.json(lines)
  })

  router.get(
    '/api/sessions/:session/workshop',
    guarded(deps, 'driver', async ({ live: { host }, response }) => {
      const { workshop } = host.state
      const pictures = await carriedPictures(deps, host.id, workshop)
      response
        .set('cache-control', 'no-store')
        .attachment(`${fileName(workshop.settings.title, 'atelier')}.escale.json`)
        .json(exportWorkshop(workshop, pictures))
    }),
  )
  return router
}
