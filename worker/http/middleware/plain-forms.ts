import type { MiddlewareHandler } from 'hono'

import { MAX_FIELD_CHARACTERS, MAX_FORM_FIELDS } from '../../domain/limits.ts'
import { arePlainLines, isPlainLine } from '../../domain/plain-text.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { asTyped } from '../forms/fields.ts'
import { hasSeveralLines } from '../forms/several-lines.ts'
import { malformed, refused } from '../responses.tsx'

const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i
/** Here files are brought, and a table is pasted; `worker/domain/import/` reads each of its cells. */
const TABLES = '/imports'

/**
 * The one door of all forms. What the API refuses in a text is refused here before any route reads it: a character that
 * nobody sees and that steers, a line break where one line is meant, a text longer than any may be, a file, more fields
 * than any page has.
 */
export const plainForms: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!FORM.test(c.req.header('Content-Type')?.trim() ?? '')) return next()
  const form = await formIn(c)
  if (!form) return malformed(c, 400, 'malformed-form')
  if (isLong(form)) return malformed(c, 413, 'too-many-fields')
  if (c.req.path === TABLES) return next()
  for (const [name, value] of form) {
    const refusal = whyNot(c, name, value)
    if (refusal) return refused(c, refusal)
  }
  return next()
}

/** Null: it says that it is a form, and is none. */
async function formIn(c: AppContext): Promise<FormData | null> {
  try {
    return await c.req.formData()
  } catch {
    return null
  }
}

/** Several pages compare each value with each person: what nobody can fill in must not reach them. */
function isLong(form: FormData): boolean {
  let fields = 0
  form.forEach(() => (fields += 1))
  return fields > MAX_FORM_FIELDS
}

function whyNot(c: AppContext, name: string, value: string | File): Refusal | null {
  if (typeof value !== 'string') return { reason: 'no-file-here' }
  if (Math.max(name.length, value.length) > MAX_FIELD_CHARACTERS)
    return { reason: 'text-too-long', most: MAX_FIELD_CHARACTERS }
  const text = asTyped(c, name, value)
  const isPlain = hasSeveralLines(c.req.path, name) ? arePlainLines(text) : isPlainLine(text)
  return isPlain && isPlainLine(name) ? null : { reason: 'unseen-characters' }
}
