import { importErrorSentence, fileFaultSentence } from '../../../web/words/imports.ts'
import { bringFiles } from '../../actions/import/bring.ts'
import { confirmImport } from '../../actions/import/confirm.ts'
import { judgeNow, nameOf } from '../../actions/import/judge.ts'
import type { ImportId } from '../../domain/ids.ts'
import { readTable } from '../../domain/import/csv.ts'
import { type FileFault, toFile } from '../../domain/import/file.ts'
import type { KeptImport } from '../../domain/import/kept.ts'
import { manages } from '../../domain/people/permission.ts'
import { findImport } from '../../storage/import/import.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { exportCsv } from '../export-csv.ts'
import { csvText } from '../forms/csv-text.ts'
import { readerOf } from '../forms/file-reader.ts'
import { malformed, missing, refused } from '../responses.tsx'
import { actorOf, pathId, programmeFor } from './load.ts'
import { invalid, unknownFields, withBody, withQuery } from './request.ts'
import { confirmationWish, exportQuery, importJson, importQuery } from './shapes/import.ts'

/** A file is read, judged line by line, and done by its confirmation. */
export function importApi(app: App): void {
  app.post(
    '/api/v1/imports',
    withQuery(importQuery, async (c, { programme: id, kind }) => {
      const programme = await programmeFor(c, id)
      if (!programme) return missing(c)
      if (!/^text\/csv\b/i.test(c.req.header('Content-Type') ?? '')) return malformed(c, 415, 'content-type')
      const table = readTable(csvText(new Uint8Array(await c.req.arrayBuffer())))
      const file = table.ok ? toFile(table.value, kind, null) : table
      if (!file.ok) return refusedFile(c, file.refusal)
      const brought = await bringFiles(
        c.get('platform'),
        { programmeId: programme.id, files: [file.value] },
        managerOf(c),
      )
      return brought.ok ? c.json(await jsonFor(c, brought.value), 201) : refused(c, brought.refusal)
    }),
  )

  app.get('/api/v1/imports/:id', async (c) => {
    const kept = await importFor(c, pathId(c, 'imp'))
    return kept ? c.json(await jsonFor(c, kept)) : missing(c)
  })

  app.post(
    '/api/v1/imports/:id/confirmation',
    withBody(confirmationWish, async (c, { seen }) => {
      const options = { reader: readerOf(c), seen }
      const confirmed = await confirmImport(c.get('platform'), pathId(c, 'imp'), managerOf(c), options)
      return confirmed.ok ? c.json({ ...confirmed.value }) : refused(c, confirmed.refusal)
    }),
  )

  app.get(
    '/api/v1/programmes/:id/export',
    withQuery(exportQuery, async (c, { kind, separator = 'comma' }) => {
      const programme = await programmeFor(c, pathId(c, 'prg'))
      if (!programme) return missing(c)
      return exportCsv(c, programme.id, { kind, separator, route: '/api/v1/programmes/:id/export' })
    }),
  )
}

/** An import of a programme of hers; null if it does not exist or is not hers, which look the same. */
export async function importFor(c: AppContext, id: ImportId): Promise<KeptImport | null> {
  const { db, now } = c.get('platform')
  const kept = await findImport(db, id, now())
  return kept && manages(actorOf(c), kept.programmeId) ? kept : null
}

async function jsonFor(c: AppContext, kept: KeptImport) {
  const { person } = identityOf(c)
  const messageOf = (error: Parameters<typeof importErrorSentence>[0]) => importErrorSentence(error, person)
  if (kept.confirmed) {
    const files = kept.files.map((file) => ({ ...file, lines: [] }))
    const done = { files, errors: 0, counts: kept.confirmed.counts }
    return importJson(kept, done, { name: null, messageOf })
  }
  const judged = await judgeNow(c.get('platform'), kept, managerOf(c), readerOf(c))
  if (!judged) throw new Error('an import without a programme')
  return importJson(kept, judged, { name: await nameOf(judged), messageOf })
}

/** An unknown column is an unknown field; what else cannot be read is 422. */
function refusedFile(c: AppContext, fault: FileFault): Response {
  if (fault.reason === 'unknown-column') return unknownFields(c, fault.columns)
  const message = fileFaultSentence(fault, identityOf(c).person)
  return invalid(c, [{ path: 'columns' in fault ? [fault.columns.join(', ')] : [], message }])
}
