/**
 * One drag of the product, in the register of the folder where it is (`drags.ts`; rule M48). Nobody has to drag: each has another
 * way, and a test beside it finds that way by its role and its name.
 */
export interface Drag {
  readonly id: string
  /** Where it is understood, from the register's folder. */
  readonly file: string
  readonly moves: string
  /** A control that does the same without dragging, as French says it. */
  readonly alternative: { readonly role: 'button' | 'menuitem' | 'checkbox'; readonly name: RegExp }
  /** The test that finds it, from the register's folder; its name begins with `[M48] <id>`. */
  readonly test: string
}
