/** What a customer is called by how lately and how often he has bought, the best first. Apart from the schemas: pages need the names. */
export const RFM_SEGMENTS = [
  'champions',
  'loyal',
  'potential',
  'new',
  'promising',
  'attention',
  'fading',
  'at-risk',
  'cannot-lose',
  'hibernating',
] as const;
export type RfmSegment = (typeof RFM_SEGMENTS)[number];

/** Customers put together by these, not by a dimension. */
export const BY_RFM = 'rfm';
