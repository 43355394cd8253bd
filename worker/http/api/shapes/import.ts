import * as z from 'zod/mini'

import { type LineError } from '../../../domain/import/fault.ts'
import { EXPORT_KINDS, IMPORT_KINDS } from '../../../domain/import/file.ts'
import type { JudgedFile, Judgement } from '../../../domain/import/judge.ts'
import type { JudgedLine } from '../../../domain/import/judged.ts'
import type { KeptImport } from '../../../domain/import/kept.ts'
import { iso } from '../../../domain/time/time.ts'
import { body, oneOf, reference } from './values.ts'

export const importQuery = z.object({ programme: reference('prg'), kind: oneOf(...IMPORT_KINDS) })
export const exportQuery = z.object({
  kind: oneOf(...EXPORT_KINDS),
  separator: z.exactOptional(oneOf('comma', 'semicolon')),
})
export const csvBody = z.string()
export const csvAnswer = z.string()
/** `seen` is the `name` of what was read: if the file would do something else by now, nothing is done. */
export const confirmationWish = body({ seen: z.exactOptional(z.string()) })

const counts = { made: z.int(), changed: z.int(), unchanged: z.int() }
export const countsAnswer = z.strictObject(counts)

export const importAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  /** `mixed` where files of several kinds were brought in together, on a page. */
  kind: z.enum([...IMPORT_KINDS, 'mixed']),
  rows: z.array(
    z.strictObject({
      kind: z.enum(IMPORT_KINDS),
      line: z.int(),
      values: z.record(z.string(), z.string()),
      /** What it would do; null where there is an error. */
      verdict: z.nullable(z.enum(['made', 'changed', 'unchanged'])),
      changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
      errors: z.array(z.strictObject({ field: z.string(), code: z.string(), message: z.string() })),
    }),
  ),
  errors: z.int(),
  counts: countsAnswer,
  /** Names what it would do now. */
  name: z.nullable(z.string()),
  /** When it was done; its lines are gone then. */
  confirmedAt: z.nullable(z.string()),
})

export function importJson(
  kept: KeptImport,
  judged: Pick<Judgement, 'files' | 'errors' | 'counts'>,
  { name, messageOf }: { readonly name: string | null; readonly messageOf: (error: LineError) => string },
): z.input<typeof importAnswer> {
  const kinds = [...new Set(kept.files.map(({ kind }) => kind))]
  const [kind = 'people', another] = kinds
  return {
    id: kept.id,
    programmeId: kept.programmeId,
    kind: another === undefined ? kind : 'mixed',
    rows: judged.files.flatMap((file) => file.lines.map((line) => rowJson(file, line, messageOf))),
    errors: judged.errors,
    counts: { ...judged.counts },
    name,
    confirmedAt: kept.confirmed && iso(kept.confirmed.at),
  }
}

function rowJson(
  { kind }: JudgedFile,
  { line, values, errors, verdict, changes }: JudgedLine,
  messageOf: (error: LineError) => string,
) {
  return {
    ...{ kind, line, verdict },
    values: { ...values },
    changes: changes.map((each) => ({ ...each })),
    errors: errors.map((error) => ({
      field: error.field ?? '',
      code: error.code === 'refused' ? error.refusal.reason : error.code,
      message: messageOf(error),
    })),
  }
}
