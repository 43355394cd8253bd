import type { ByPerson } from '../../domain/decision.ts'
import { addressesIn } from '../../domain/import/addresses.ts'
import type { ImportContext } from '../../domain/import/context.ts'
import { judgeImport, type Judgement } from '../../domain/import/judge.ts'
import type { KeptImport } from '../../domain/import/kept.ts'
import type { Locale } from '../../domain/people/person.ts'
import type { Zone } from '../../domain/time/time.ts'
import { toWall } from '../../domain/time/zones.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { findRegister } from '../../storage/import/register.ts'
import { newReplyAddress } from '../people/reply-address.ts'

/** Whoever reads a file: dates are read in his language, and cities by their names. */
export type Reader = Pick<ImportContext, 'zoneOfCity'> & { readonly locale: Locale; readonly zone: Zone }

/** What an import would do now. Reads the programme in one call, and writes nothing. */
export async function judgeNow(
  platform: Platform,
  { programmeId, files }: Pick<KeptImport, 'programmeId' | 'files'>,
  by: ByPerson,
  reader: Reader,
): Promise<Judgement | null> {
  const at = platform.now()
  const asked = { programmeId, manager: by, addresses: addressesIn(files), now: at }
  const register = await findRegister(platform.db, asked)
  if (!register) return null
  return judgeImport(files, register, {
    at,
    by,
    newId: platform.newId,
    newReplyAddress: () => newReplyAddress(platform),
    typedBy: { locale: reader.locale, today: toWall(reader.zone, at).day },
    isUrl: (text) => URL.canParse(text),
    zoneOfCity: reader.zoneOfCity,
  })
}

/** Names what a judgement would do: two that do the same have the same name. */
export async function nameOf({ files }: Pick<Judgement, 'files'>): Promise<string> {
  const said = files.map(({ lines }) =>
    lines.map(({ line, verdict, changes, errors }) => [line, verdict, changes, errors.length]),
  )
  return hashOf(JSON.stringify(said))
}
