import { mount } from '../ui/mount.js';
import { TrackPage } from './track-page.js';

mount(<TrackPage />);
