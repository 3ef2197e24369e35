const COMPLETE: Record<string, string> = {
  AgencyWorker: '0', SWENo: 'SW0000000001', FTE: '1', PersonBirthDate: '1985-04-12', GenderCurrent: '2', Ethnicity: 'WBRI', QualInst: 'A university', QualLevel: '2', StepUpGrad: '0', OrgRole: '5',
  RoleStartDate: '2015-09-01', StartOrigin: '1', FTE30: '1', Cases30: '14', WorkingDaysLost: '3.5', FrontlineGrad: '0', Absat30Sept: '0', CFKSSstatus: '1',
};

/** A worker of the return, complete but for what is given as undefined. */
export function returnWorker(more: Record<string, string | undefined> = {}): string {
  const items = Object.entries({ ...COMPLETE, ...more }).filter(([, value]) => value !== undefined);
  return `  <CSWWWorker>\n${items.map(([name, value]) => `    <${name}>${value}</${name}>`).join('\n')}\n  </CSWWWorker>`;
}

/** A return of 2024 with these workers. */
export function returnFile(workers: readonly string[], { collection = 'CSWW', year = '2024', vacancies = '12.5' } = {}): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails><Collection>${collection}</Collection><Year>${year}</Year><ReferenceDate>${year}-09-30</ReferenceDate></CollectionDetails>
    <Source><SourceLevel>L</SourceLevel><LEA>999</LEA><DateTime>${year}-11-01T10:00:00Z</DateTime></Source>
  </Header>
  <LALevelVacancies><NumberOfVacancies>${vacancies}</NumberOfVacancies><NoAgencyFTE>4.25</NoAgencyFTE><NoAgencyHeadcount>5</NoAgencyHeadcount></LALevelVacancies>
${workers.join('\n')}
</Message>
`);
}
