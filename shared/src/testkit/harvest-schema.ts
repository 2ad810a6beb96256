import * as z from 'zod/mini'
import { Board } from '../harvest/board-schema.ts'
import { Id } from '../ids.ts'
import { WebAddress } from '../plan/workshop.ts'

const author = z.nullable(Id)
const text = z.string()
const Stack = z.strictObject({
  title: text,
  notes: z.array(text).check(z.minLength(1)),
  votes: z.optional(z.int().check(z.minimum(0))),
})

/** Every block that formats know (harvest/blocks.ts), and nothing else. */
export const HarvestBlocks = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('heading'), text: text.check(z.minLength(1)) }),
    z.strictObject({ type: z.literal('markdown'), text }),
    z.strictObject({
      type: z.literal('link'),
      label: text.check(z.minLength(1)),
      url: WebAddress.check(z.minLength(1)),
    }),
    z.strictObject({ type: z.literal('picture'), picture: Id, alt: text, credit: text }),
    z.strictObject({
      type: z.literal('notes'),
      zones: z.array(
        z.strictObject({
          title: text,
          notes: z.array(
            z.strictObject({
              id: text,
              text,
              colour: z.int().check(z.minimum(0), z.maximum(7)),
              author,
              votes: z.optional(z.int().check(z.minimum(0))),
              likes: z.optional(z.int().check(z.minimum(1))),
              category: z.optional(z.string().check(z.regex(/^[A-H]$/))),
              values: z.optional(
                z
                  .array(
                    z.strictObject({
                      label: text,
                      value: text,
                      number: z.optional(z.number()),
                      of: z.optional(z.int()),
                    }),
                  )
                  .check(z.minLength(1)),
              ),
            }),
          ),
          stacks: z.optional(z.array(Stack)),
        }),
      ),
      categories: z.optional(
        z
          .array(
            z.strictObject({
              letter: z.string().check(z.regex(/^[A-H]$/)),
              label: text,
              colour: z.int().check(z.minimum(0), z.maximum(7)),
            }),
          )
          .check(z.minLength(1)),
      ),
      board: z.optional(Board),
    }),
    z.strictObject({
      type: z.literal('ranking'),
      round: z.optional(z.int().check(z.minimum(1))),
      dots: z.int().check(z.minimum(1)),
      voted: z.int().check(z.minimum(0)),
      secret: z.boolean(),
      entries: z.array(
        z.strictObject({
          rank: z.int().check(z.minimum(1)),
          tied: z.boolean(),
          note: text,
          text,
          stack: z.optional(Stack),
          votes: z.int().check(z.minimum(1)),
          people: z.array(Id),
        }),
      ),
    }),
    z.strictObject({
      type: z.literal('stories'),
      words: z.array(text),
      stories: z.array(z.strictObject({ text: text.check(z.minLength(1)), author })),
    }),
    z.strictObject({
      type: z.literal('groups'),
      groups: z.array(z.strictObject({ title: text, people: z.array(Id), text })),
    }),
    z.strictObject({
      type: z.literal('table'),
      columns: z.array(text).check(z.minLength(1)),
      rows: z.array(z.array(text)),
    }),
  ]),
)
