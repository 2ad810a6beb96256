import { lazy } from 'react'

/** A wall on a board; who has columns does not download it. */
export const SpatialWall = lazy(() => import('./SpatialWall.tsx'))
