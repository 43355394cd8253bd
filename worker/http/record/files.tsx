import { RecordPage } from '../../../web/pages/record/record.tsx'
import { EMPTY_FORM } from '../../../web/parts/form.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { momentWithZone } from '../../../web/words/moments.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import type { OwnRecord } from '../../domain/record/record.ts'
import { iso } from '../../domain/time/time.ts'
import { findProof } from '../../storage/record/proof.ts'
import type { AppContext } from '../context.ts'
import { missing } from '../responses.tsx'

/** How to verify the file without us; docs/own-record.md says the same at length. */
const HOW =
  'Each seal: head = SHA-256, in base64url, of the JSON text [before, [id, tag, row], …] of its lines. Of a line: row = SHA-256 of [id, at, actorId, role, subjectId, route], tag = SHA-256 of [id, subjectId]. “before” is the head of the seal before.'

/** The record as a file: for programs with what is needed to verify the log, to read as a page, or its head alone. */
export async function recordFile(
  c: AppContext,
  record: OwnRecord,
  frame: PageFrame,
  as: string | undefined,
): Promise<Response> {
  const day = iso(record.madeAt).slice(0, 10)
  const named = (ending: string) =>
    c.header('Content-Disposition', `attachment; filename="record-${day}.${ending}"`)
  switch (as) {
    case 'json': {
      const log = await findProof(c.get('platform').db, record.id, record.madeAt)
      named('json')
      return c.json({ record, log: { how: HOW, ...log } })
    }
    case 'html':
      named('html')
      return c.html(<RecordPage frame={frame} record={record} door={null} form={EMPTY_FORM} />)
    case 'head': {
      const { headText, noHead } = wordsFor(frame).record
      const { head } = record
      named('txt')
      return c.text(head ? headText(head.upToId, momentWithZone(head.at, frame), head.head) : noHead)
    }
    default:
      return missing(c)
  }
}
