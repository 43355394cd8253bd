import { zoneOfCity } from '../../web/words/places.ts'
import { bringFiles } from '../../worker/actions/import/bring.ts'
import { confirmImport } from '../../worker/actions/import/confirm.ts'
import { judgeNow } from '../../worker/actions/import/judge.ts'
import { readTable } from '../../worker/domain/import/csv.ts'
import { type ImportFile, type ImportKind, toFile } from '../../worker/domain/import/file.ts'
import type { Judgement } from '../../worker/domain/import/judge.ts'
import type { KeptImport } from '../../worker/domain/import/kept.ts'
import { asManager, have, type World } from './world.ts'

/** A file as the reader of an import sees it. */
export function aFile(kind: ImportKind, csv: string): ImportFile {
  const table = readTable(csv)
  if (!table.ok) throw new Error(table.refusal.reason)
  const file = toFile(table.value, kind, null)
  if (!file.ok) throw new Error(file.refusal.reason)
  return file.value
}

/** Nadia brings files into Northwind. */
export async function brought(
  { platform, northwind, nadia }: World,
  ...files: readonly ImportFile[]
): Promise<KeptImport> {
  return have(await bringFiles(platform, { programmeId: northwind.id, files }, asManager(nadia)))
}

export async function judged({ platform, nadia }: World, kept: KeptImport): Promise<Judgement> {
  const judgement = await judgeNow(platform, kept, asManager(nadia), { ...nadia, zoneOfCity })
  if (!judgement) throw new Error('no programme')
  return judgement
}

export function confirmed({ platform, nadia }: World, { id }: KeptImport, seen?: string) {
  return confirmImport(platform, id, asManager(nadia), { reader: { ...nadia, zoneOfCity }, seen })
}

/** Nadia sends a file by the API. */
export async function bring(
  { as, nadia, northwind }: World,
  kind: string,
  csv: string | Uint8Array<ArrayBuffer>,
) {
  const client = await as(nadia)
  const path = `/api/v1/imports?programme=${northwind.id}&kind=${kind}`
  return client.ask(path, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: csv })
}

export async function confirm({ as, nadia }: World, { body }: { readonly body: unknown }) {
  return (await as(nadia)).post(`/api/v1/imports/${Object(body).id}/confirmation`)
}

export async function exported(
  { as, nadia, northwind }: World,
  kind: string,
  separator: string,
): Promise<string> {
  const client = await as(nadia)
  const { body } = await client.get(
    `/api/v1/programmes/${northwind.id}/export?kind=${kind}&separator=${separator}`,
  )
  return String(body)
}
