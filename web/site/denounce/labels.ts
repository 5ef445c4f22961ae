/** Names of fields whose messages do not name them. */
export const SAID_LABELS = {
  agency: 'Cơ quan của người bị tố cáo',
  agencyName: 'Tên cơ quan, đơn vị',
  person: 'Người bị tố cáo',
  description: 'Hành vi vi phạm pháp luật',
  files: 'Tệp chứng cứ',
  name: 'Họ và tên',
  address: 'Địa chỉ',
};
