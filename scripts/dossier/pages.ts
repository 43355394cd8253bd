import type { Locale } from '../../worker/domain/people/person.ts'
import { agreementEn } from './agreement-en.ts'
import { agreementFr } from './agreement-fr.ts'
import { assessmentEn } from './assessment-en.ts'
import { assessmentFr } from './assessment-fr.ts'
import { readBuilt } from './built.ts'
import { contentsPage } from './contents.ts'
import { dataMap } from './data-map.ts'
import { lettersAndRoutes } from './letters-and-routes.ts'
import { fileOf } from './page-names.ts'
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
    [fileOf('contents')]: contentsPage(locale, state),
    [fileOf('record')]: recordPage(locale, state, tables),
    [fileOf('map')]: dataMap(state, tables),
    [fileOf('assessment')]: (isFrench ? assessmentFr : assessmentEn)(state, tables, built),
    [fileOf('agreement')]: (isFrench ? agreementFr : agreementEn)(state),
    [fileOf('security')]: securityPage(state, tables, built),
    [fileOf('routes')]: lettersAndRoutes(state),
  }
}
