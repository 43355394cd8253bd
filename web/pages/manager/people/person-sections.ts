/** The parts of a person's page that have a form. */
export const SECTIONS = [
  'basics',
  'addresses',
  'assistants',
  'hours',
  'trips',
  'presets',
  'rules',
  'writing',
  'mails',
] as const
export type Section = (typeof SECTIONS)[number]

/** Where the page says what was done: one of its parts, or the ones about leaving and the invitation. */
export type SaidAt = Section | 'departure' | 'invitation'

/** One form is open at a time. */
export type Editing = {
  readonly section: Section
  /** With all fields that its address takes, as an older page sent them: not only those of the section. */
  readonly isWhole: boolean
}

/** The control that asks what becomes of the hours: its name is that of their section. */
export const HOURS_MOVE = 'hours-move'

/** In a form: which fields of its address it has. What it does not have stays as it is. */
export const PART = 'part'

/** The `PART` of the form that adds a trip to those that are noted. */
export const NEW_TRIP = 'trip'
/** The `PART` of the press that takes one trip back, which its field names. */
export const TRIP_AWAY = 'trip-away'
/** Behind every row that is stored. */
export const NEW_TRIP_ROW = 999
