import { vocabulary } from '../codes';

/** Children in need census: source of a contact or referral. */
export const referralSource = vocabulary('source of referral', {
  '1A': ['individual - family member/relative/carer', 'family member relative carer'],
  '1B': ['individual - acquaintance', 'acquaintance'],
  '1C': ['individual - self', 'self'],
  '1D': ['individual - other'],
  '2A': ['schools', 'school'],
  '2B': ['education services'],
  '3A': ['gp'],
  '3B': ['health visitor'],
  '3C': ['school nurse'],
  '3D': ['other primary health services'],
  '3E': ['a&e'],
  '3F': ['other health services'],
  '4': ['housing'],
  '5A': ['la services - social care'],
  '5B': ['la services - other internal'],
  '5C': ['la services - external'],
  '5D': [],
  '6': ['police'],
  '7': ['other legal agency'],
  '8': ['other'],
  '9': ['anonymous'],
  '10': ['unknown'],
});

/** Category of need, both returns. */
export const categoryOfNeed = vocabulary('category of need', {
  N0: ['not stated'],
  N1: ['abuse or neglect'],
  N2: ["child's disability or illness", 'child s disability'],
  N3: ["parent's disability or illness", 'parental disability or illness', 'parental illness or disability'],
  N4: ['family in acute stress'],
  N5: ['family dysfunction'],
  N6: ['socially unacceptable behaviour'],
  N7: ['low income'],
  N8: ['absent parenting'],
  N9: ['cases other than children in need'],
});

export const closureReason = vocabulary('reason for closure', {
  RC1: ['adopted'],
  RC2: ['died'],
  RC3: ['residence order', 'child arrangements order'],
  RC4: ['special guardianship order'],
  RC5: ['transferred to services of another local authority'],
  RC6: ['transferred to adult social services'],
  RC7: ['services ceased for any other reason'],
  RC8: ['case closed after assessment, no further action'],
  RC9: ['case closed after assessment, referred to early help'],
});

export const caseStatus = vocabulary('case status', {
  LAC: ['looked after child'],
  CP: ['child protection plan'],
  CIN: ['child in need plan'],
  ASSESSMENT: ['open assessment'],
  CLOSED: ['closed episode', 'closed'],
});

export const categoryOfAbuse = vocabulary('category of abuse', {
  NEG: ['neglect'],
  PHY: ['physical abuse', 'physical'],
  SAB: ['sexual abuse', 'sexual'],
  EMO: ['emotional abuse', 'emotional'],
  MUL: ['multiple', 'multiple/mixed categories', 'multiple or mixed categories', 'mixed'],
});
