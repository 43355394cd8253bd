import type { Locale } from '../../worker/domain/people/person.ts'
import { agreementEn } from './agreement-en.ts'
import { agreementFr } from './agreement-fr.ts'
import { assessmentEn } from './assessment-en.ts'
import { assessmentFr } from './assessment-fr.ts'
import { readBuilt } from './built.ts'
import { contentsPage } from './contents.ts'
import { dataMap } from './data-map.ts'
import { lettersAndDoors } from './letters-and-doors.ts'
import { recordPage } from './record.ts'
import { securityPage } from './security.ts'
import { mappedTables } from './tables.ts'

/** Every page of the dossier, by its file's name. It has no day, so that two of one version are the same. */
export function dossierPages(locale: Locale): Readonly<Record<string, string>> {
  const tables = mappedTables()
  const built = readBuilt()
  const state = `Sotto ${built.version}, ${built.latestMigration}`
  const isFrench = locale === 'fr'
  return {
    'README.md': contentsPage(locale, state),
    '1-record-of-processing.md': recordPage(locale, state, tables),
    '2-data-map.md': dataMap(state, tables),
    '3-impact-assessment.md': (isFrench ? assessmentFr : assessmentEn)(state, tables, built),
    '4-works-council-agreement.md': (isFrench ? agreementFr : agreementEn)(state),
    '5-security-questions.md': securityPage(state, tables, built),
    '6-letters-and-doors.md': lettersAndDoors(state),
  }
}
