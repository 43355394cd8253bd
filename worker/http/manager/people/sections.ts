import {
  type Editing,
  NEW_TRIP,
  PART,
  type SaidAt,
  type Section,
  SECTIONS,
  TRIP_AWAY,
} from '../../../../web/pages/manager/people/person-sections.ts'
import type { FormState } from '../../../../web/parts/form.ts'
import { openKeptForm } from '../../../actions/sign-in/keep-form.ts'
import { isId } from '../../../domain/ids.ts'
import { type AppContext, identityOf } from '../../context.ts'
import type { FormFields } from '../../forms/field-reader.ts'
import { KEPT } from '../../way-back/own-path.ts'
import type { Saved } from '../after-press.ts'
import { OF, type Values } from '../put-back.ts'

/** Which fields belong to which part of a form's address. */
export type Parts = Readonly<Record<string, (field: string) => boolean>>

const isAddress = (field: string) => ['email', 'aliases', 'oldAddress'].includes(field)
const isTrip = (field: string) => field.startsWith('trip-')
const isWriting = (field: string) => ['preset-nudges', 'preset-in-writing'].includes(field)

export const BASICS_PARTS: Parts = { basics: (field) => !isAddress(field), addresses: isAddress }
export const PRESETS_PARTS: Parts = { presets: (field) => !isWriting(field), writing: isWriting }
export const RULES_PARTS: Parts = {
  rules: (field) => !isTrip(field),
  trips: isTrip,
  [NEW_TRIP]: () => false,
  [TRIP_AWAY]: () => false,
}

/** All that the form's address takes: of the fields that are no part of this form, what is stored. */
export function completed(sent: FormFields, stored: Values, parts: Parts): FormFields {
  const isOfPart = parts[sent[PART] ?? '']
  if (!isOfPart) return sent
  return { ...Object.fromEntries(Object.entries(stored).filter(([field]) => !isOfPart(field))), ...sent }
}

/** The section that a form belongs to. Of a new trip, or one that is taken back, none is open. */
export function editingOf({ [PART]: part }: FormFields, otherwise: Section): Editing | null {
  if (part === NEW_TRIP || part === TRIP_AWAY) return null
  const section = SECTIONS.find((each) => each === part)
  return { section: section ?? otherwise, isWhole: section === undefined }
}

const SAID_AT: Readonly<Partial<Record<Saved, SaidAt>>> = {
  invited: 'invitation',
  basics: 'basics',
  addresses: 'addresses',
  assistant: 'assistants',
  removed: 'assistants',
  hours: 'hours',
  week: 'hours',
  trip: 'trips',
  'trip-away': 'trips',
  presets: 'presets',
  writing: 'writing',
  rules: 'rules',
  mails: 'mails',
  departure: 'departure',
  stays: 'departure',
}

/** What was saved, by the part that was sent; a form that puts back names it itself. */
export function savedIn(fields: FormFields, otherwise: Saved): Saved {
  const { [OF]: of, [PART]: part } = fields
  const named = of ?? (part === 'trips' ? NEW_TRIP : part)
  return SAVED.find((each) => each === named) ?? otherwise
}

const SAVED: readonly Saved[] = ['addresses', 'trip', 'trip-away', 'writing']

/** The part of the page that was saved. */
export function anchorOf(saved: Saved): string {
  return `#${SAID_AT[saved]}`
}

/** Where the page says what its address says was done; null: on top of the page. */
export function saidAt(c: AppContext): SaidAt | null {
  return saidAtOf(c.req.query(OF) ?? c.req.query('done'))
}

/** Where a code of what is saved, or put back, belongs. */
export function saidAtOf(code: string | undefined): SaidAt | null {
  return Object.entries(SAID_AT).find(([each]) => each === code)?.[1] ?? null
}

/** The form for a new trip stands among the trips, and is never opened. */
export function newTripAt({ values }: FormState): SaidAt | null {
  return values[PART] === NEW_TRIP ? 'trips' : null
}

/** The form that the page is asked for: by its address, or because one was kept during a sign-in. */
export async function editingAsked(c: AppContext): Promise<Editing | null> {
  const kept = c.req.query(KEPT) ?? ''
  const form = isId('kpt', kept) ? await openKeptForm(c.get('platform'), kept, identityOf(c).person.id) : null
  if (form) {
    const part = form.fields[PART]?.[0]
    return editingOf(part === undefined ? {} : { [PART]: part }, sectionOfAddress(form.action))
  }
  const section = SECTIONS.find((each) => each === c.req.query('edit'))
  return section ? { section, isWhole: false } : null
}

function sectionOfAddress(action: string): Section {
  const noun = action.split('?')[0]?.split('/')[3] ?? ''
  return SECTIONS_BY_NOUN[noun] ?? 'basics'
}

const SECTIONS_BY_NOUN: Readonly<Record<string, Section>> = {
  assistants: 'assistants',
  availability: 'hours',
  'closed-weeks': 'hours',
  presets: 'presets',
  rules: 'rules',
  mails: 'mails',
}
