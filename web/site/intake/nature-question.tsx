import { ChoiceField } from '../ui/fields.js';
import { ComplaintGuidance, DenunciationGuidance, SealedLaneLink } from './own-track.js';

/** What the matter is by the law: asked in plain words, since hardly anybody knows the terms. Never sent, never stored. */
export type Nature = '' | 'petition' | 'khieu-nai' | 'to-cao';

const OPTIONS: { id: Exclude<Nature, ''>; name: string; hint: string }[] = [
  {
    id: 'petition',
    name: 'Phản ánh một sự việc, hoặc đề nghị, góp ý',
    hint: 'Ví dụ: đường hư, rác tồn đọng, hồ sơ chậm, góp ý về một quy định. Đây là kiến nghị, phản ánh.',
  },
  {
    id: 'khieu-nai',
    name: 'Không đồng ý với một quyết định hoặc việc làm của cơ quan nhà nước đối với chính mình',
    hint: 'Ví dụ: bị xử phạt, bị thu hồi đất, hồ sơ bị từ chối. Đây là khiếu nại.',
  },
  {
    id: 'to-cao',
    name: 'Báo một người có hành vi vi phạm pháp luật để xử lý người đó',
    hint: 'Ví dụ: cán bộ nhận hối lộ, làm giả giấy tờ. Đây là tố cáo.',
  },
];

/** Does the matter have a track of its own, so that this form must not take it? */
export const hasOwnTrack = (nature: Nature): nature is 'khieu-nai' | 'to-cao' =>
  nature === 'khieu-nai' || nature === 'to-cao';

export const NatureQuestion = ({
  nature,
  onNature,
}: {
  nature: Nature;
  onNature: (nature: Nature) => void;
}) => (
  <section class="card">
    <ChoiceField
      id="nature"
      label="Trước hết, quý vị muốn gì?"
      hint="Chỉ để hướng dẫn đúng nơi; câu trả lời không được gửi đi và không được lưu."
      options={OPTIONS}
      value={nature}
      onValue={(chosen) => {
        onNature(chosen as Nature);
      }}
    />
    <div role="status">
      {nature === 'khieu-nai' ? <ComplaintGuidance /> : null}
      {nature === 'to-cao' ? (
        <>
          <DenunciationGuidance />
          <SealedLaneLink />
        </>
      ) : null}
    </div>
  </section>
);
