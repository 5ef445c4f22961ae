import { api } from '../api.js';
import { mount } from '../ui/mount.js';
import { TrackPage } from './track-page.js';

// Without the labels the page still says where the petition is.
api.categories().then(
  ({ items }) => {
    mount(<TrackPage categories={items} />);
  },
  () => {
    mount(<TrackPage categories={[]} />);
  },
);
