import type { FieldError } from '../../../web/parts/form.ts'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { askAboutRecord, withdrawRequest } from '../../actions/record/ask.ts'
import { correctOwn, type OwnCorrection } from '../../actions/record/correct-own.ts'
import { endOwnLink } from '../../actions/record/end-link.ts'
import { signOut } from '../../actions/sign-in/sign-in.ts'
import type { ByPerson } from '../../domain/decision.ts'
import { isId, type ProgrammeId } from '../../domain/ids.ts'
import {
  MAX_PERSON_NAME_CHARACTERS,
  MAX_QUESTION_CHARACTERS,
  MAX_SHORT_NAME_CHARACTERS,
  MAX_UNIT_CHARACTERS,
} from '../../domain/limits.ts'
import { parseAddress, shownAddress } from '../../domain/people/address.ts'
import { BLOCKERS } from '../../domain/people/person.ts'
import { rulesOf } from '../../domain/people/presets.ts'
import { RECORD_SWITCHES } from '../../domain/record/record.ts'
import { CORRECTED_FIELDS, type CorrectedField, RECORD_REQUESTS } from '../../domain/record/request.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findPerson } from '../../storage/people/person.ts'
import type { FormFields } from '../forms/field-reader.ts'
import { readZone } from '../forms/zone.ts'
import type { Saved } from '../manager/after-press.ts'

/** What a press did; what is wrong with what was typed; or why it cannot be. */
export type RecordAct = Result<Saved, Refusal> | { readonly errors: readonly FieldError[] }

type Acting = { readonly platform: Platform; readonly by: ByPerson; readonly frame: PageFrame }

/** Does what a form of the record asks, for the person whose record it is and nobody else. */
export async function actOnRecord(
  acting: Acting,
  programmeIds: readonly ProgrammeId[],
  fields: FormFields,
): Promise<RecordAct> {
  const { platform, by } = acting
  if (fields['act'] === 'end') return endKey(acting, fields['id'] ?? '')
  const programmeId = programmeIds.find((each) => each === fields['programme'])
  if (programmeId === undefined) return refuse({ reason: 'not-found' })
  const corrected = async (correction: OwnCorrection): Promise<RecordAct> =>
    done(await correctOwn(platform, programmeId, correction, by), 'record')
  switch (fields['act']) {
    case 'details': {
      const { errors, details } = detailsIn(fields, acting.frame)
      return errors.length > 0 || details === null
        ? { errors }
        : withoutReason(await corrected(details), acting.frame)
    }
    case 'obstacles':
      return corrected({ blockers: BLOCKERS.filter((each) => fields[`obstacle-${each}`] === 'yes') })
    case 'switches':
      return corrected({ rules: await switchedIn(acting, programmeId, fields) })
    case 'ask':
    case 'withdraw':
      return request(acting, programmeId, fields)
    default:
      return refuse({ reason: 'not-found' })
  }
}

/** Only a manager can say why a word is right that others read: it is an error at the one text that he can write. */
function withoutReason(act: RecordAct, frame: PageFrame): RecordAct {
  if ('errors' in act || act.ok || act.refusal.reason !== 'outward-words') return act
  const message = wordsFor(frame).record.telling(act.refusal.found[0]?.word ?? '')
  return { errors: [{ field: 'shortName', message }] }
}

async function endKey({ platform, by }: Acting, id: string): Promise<RecordAct> {
  if (isId('lnk', id)) return done(await endOwnLink(platform, by.id, id), 'record-ended')
  if (!isId('sgn', id)) return refuse({ reason: 'not-found' })
  await signOut(platform, by.id, id)
  return accept('record-ended')
}

/** A switch that stands as it was is left as it is, so that a blocker can still set it. */
async function switchedIn({ platform, by }: Acting, programmeId: ProgrammeId, fields: FormFields) {
  const person = await findPerson(platform.db, by.id, programmeId)
  const now = person ? rulesOf(person) : {}
  return Object.fromEntries(
    RECORD_SWITCHES.flatMap((each) => {
      const wanted = fields[each] === 'yes'
      return wanted === (now[each] ?? false) ? [] : [[each, wanted]]
    }),
  )
}

async function request(
  { platform, by, frame }: Acting,
  programmeId: ProgrammeId,
  fields: FormFields,
): Promise<RecordAct> {
  const kind = RECORD_REQUESTS.find((each) => each === fields['kind'])
  if (!kind) return refuse({ reason: 'not-found' })
  const ofWhom = { programmeId, personId: by.id }
  if (fields['act'] === 'withdraw')
    return done(await withdrawRequest(platform, { ...ofWhom, kind }), 'record-withdrawn')
  if (kind === 'erasure')
    return done(await askAboutRecord(platform, ofWhom, { kind, words: null, field: null }), 'record-asked')
  const field = CORRECTED_FIELDS.find((each) => each === fields['field']) ?? 'other'
  const words = wantedIn(field, fields['words']?.trim() ?? '')
  if (words === null)
    return { errors: [{ field: 'words', message: wordsFor(frame).record.wantedNeeded[field] }] }
  return done(await askAboutRecord(platform, ofWhom, { kind, words, field }), 'record-asked')
}

/** What it should say, as it would be stored; null: that cannot be. */
function wantedIn(field: CorrectedField, typed: string): string | null {
  if (field === 'address') {
    const parsed = parseAddress(typed)
    return parsed.ok ? shownAddress(parsed.address) : null
  }
  const most = field === 'unit' ? MAX_UNIT_CHARACTERS : MAX_QUESTION_CHARACTERS
  return typed === '' || typed.length > most ? null : typed
}

function detailsIn(
  fields: FormFields,
  frame: PageFrame,
): { readonly errors: readonly FieldError[]; readonly details: OwnCorrection | null } {
  const { record: words, people } = wordsFor(frame)
  const [name, shortName] = [fields['name']?.trim() ?? '', fields['shortName']?.trim() ?? '']
  const zone = readZone(fields['zone']?.trim() ?? '')
  const errors = [
    ...(name === '' || name.length > MAX_PERSON_NAME_CHARACTERS
      ? [{ field: 'name', message: words.badName }]
      : []),
    ...(shortName.length > MAX_SHORT_NAME_CHARACTERS
      ? [{ field: 'shortName', message: people.badShortName }]
      : []),
    ...(zone === null ? [{ field: 'zone', message: words.badZone }] : []),
  ]
  const locale = fields['locale'] === 'fr' ? 'fr' : 'en'
  return { errors, details: zone === null ? null : { name, shortName: shortName || null, zone, locale } }
}

function done(result: Result<null, Refusal>, saved: Saved): RecordAct {
  return result.ok ? accept(saved) : result
}
