import { useEffect } from 'react'
import { keepFocus } from './keep-focus.ts'

/**
 * The focus never falls to the body because what had it went away (a field that was closed, a text that was sent): whoever
 * reads or goes by keyboard stays in the same part of the page. Whoever takes the focus on purpose comes after.
 */
export function useFocusKept(): void {
  useEffect(keepFocus, [])
}
