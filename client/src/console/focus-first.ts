/** As a `ref`: the field that has the focus when its dialog opens (a modal dialog heeds the attribute, not React's prop). */
export const focusFirst = (field: HTMLElement | null): void => field?.setAttribute('autofocus', '')
