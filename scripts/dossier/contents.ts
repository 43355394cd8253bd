import type { Locale } from '../../worker/domain/people/person.ts'
import { list, page } from './markdown.ts'

/** The first page: what each of the others is, and for whom. */
export function contentsPage(locale: Locale, state: string): string {
  return locale === 'fr'
    ? page(
        '# Dossier de protection des données de Sotto',
        `> ${state}. Établi par \`npm run dossier -- --locale fr\`, d’après les tables du code.`,
        list([
          '`1-record-of-processing.md`\u202f: projet de registre des traitements, pour le délégué à la protection des données',
          '`2-data-map.md`\u202f: chaque table et chaque colonne (en anglais\u202f; une annexe technique)',
          '`3-impact-assessment.md`\u202f: projet d’analyse d’impact',
          '`4-works-council-agreement.md`\u202f: projet d’accord avec les représentants du personnel',
          '`5-security-questions.md`\u202f: réponses aux questions usuelles de sécurité (en anglais)',
          '`6-letters-and-doors.md`\u202f: chaque courriel et chaque page (en anglais)',
        ]),
        'Ce sont des projets. Les passages **[en gras entre crochets: ______]** sont à remplir. Rien ici n’est un conseil juridique. À chaque nouvelle version, établissez le dossier à nouveau et comparez-le à celui que vous avez signé.',
      )
    : page(
        '# Sotto: the data protection dossier',
        `> ${state}. Made by \`npm run dossier\`, from the code’s own tables.`,
        list([
          '`1-record-of-processing.md`: draft record of processing, for the data protection officer',
          '`2-data-map.md`: every table and column',
          '`3-impact-assessment.md`: draft impact assessment',
          '`4-works-council-agreement.md`: draft agreement with the works council',
          '`5-security-questions.md`: answers to what a security officer asks',
          '`6-letters-and-doors.md`: every mail, and every door',
        ]),
        'They are drafts. What stands **[bold in brackets: ______]** is yours to fill in. Nothing here is legal advice. With each new version make it anew, and compare it with the one that you signed.',
      )
}
