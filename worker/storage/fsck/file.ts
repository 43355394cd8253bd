import type { Finding } from '../../domain/fsck/check.ts'
import type { Ask } from './check.ts'

const QUICK_CHECK = "SELECT quick_check AS id FROM pragma_quick_check WHERE quick_check <> 'ok'"

/** Whether the file itself is whole: it reads all of it, so only a local database is asked. What is damaged enough does not even answer. */
export async function checkFile(ask: Ask): Promise<readonly Finding[]> {
  const ids = await ask([QUICK_CHECK]).then(
    ([rows = []]) => rows.map(({ id }) => String(id)),
    (error: unknown) => [damageIn(error)],
  )
  return ids.length === 0 ? [] : [{ name: 'file-damaged', count: ids.length, ids: ids.slice(0, 20) }]
}

function damageIn(error: unknown): string {
  if (error instanceof Error && /malformed|not a database|corrupt/i.test(error.message)) return 'unreadable'
  throw error
}
