import type { Finding } from '../../domain/fsck/check.ts'
import type { Ask } from './check.ts'

/** Whether the file itself is whole: it reads all of it, so only a local database is asked. */
export async function checkFile(ask: Ask): Promise<readonly Finding[]> {
  const [rows = []] = await ask([
    "SELECT quick_check AS id FROM pragma_quick_check WHERE quick_check <> 'ok'",
  ])
  const ids = rows.map(({ id }) => String(id))
  return ids.length === 0 ? [] : [{ name: 'file-damaged', count: ids.length, ids: ids.slice(0, 20) }]
}
