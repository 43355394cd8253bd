import { trimmed, withLineFeeds } from '../../domain/plain-text.ts'
import type { AppContext } from '../context.ts'
import { hasSeveralLines } from './several-lines.ts'

/** The fields of a form, one value per name. `middleware/plain-forms.ts` has let them in. */
export async function fieldsOf(c: AppContext): Promise<Readonly<Record<string, string | undefined>>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, asTyped(c, name, value)]] : [],
    ),
  )
}

/** The fields of a form, with all values of each name. */
export async function allFieldsOf(c: AppContext): Promise<Readonly<Record<string, readonly string[]>>> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      [value].flat().flatMap((each) => (typeof each === 'string' ? [asTyped(c, name, each)] : [])),
    ]),
  )
}

/** Without what cannot be seen at its ends. A browser sends line breaks as CR LF. */
export function asTyped({ req }: AppContext, name: string, value: string): string {
  return trimmed(hasSeveralLines(req.path, name) ? withLineFeeds(value) : value)
}

/** What was typed, to fill in the form again. */
export function stringsOf(
  fields: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
