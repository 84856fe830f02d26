from .assignment import Assignment
from .basis import TranslationBasis
from .comment import Comment
from .follow_policy import FollowPolicy
from .follow_question import FollowedWork, FollowQuestion
from .job import Job, JobItem
from .notification import Notification, NotificationSettings
from .proposal import Proposal
from .release import Release, ReleaseMember
from .string_change import StringChange
from .submission import Submission
from .target import Target
from .translator_group import TranslatorGroup

__all__ = [
    "Assignment",
    "Comment",
    "FollowPolicy",
    "FollowQuestion",
    "FollowedWork",
    "Job",
    "JobItem",
    "Notification",
    "NotificationSettings",
    "Proposal",
    "Release",
    "ReleaseMember",
    "StringChange",
    "Submission",
    "Target",
    "TranslationBasis",
    "TranslatorGroup",
]
