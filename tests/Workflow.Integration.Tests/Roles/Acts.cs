using Workflow.Activities.Absences;
using Workflow.Activities.Administration;
using Workflow.Activities.Appraisals;
using Workflow.Activities.Authority;
using Workflow.Activities.Calendars;
using Workflow.Activities.CaseFiles;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Conferences;
using Workflow.Activities.Copying;
using Workflow.Activities.Definitions;
using Workflow.Activities.Distribution;
using Workflow.Activities.Drafting;
using Workflow.Activities.Exchange;
using Workflow.Activities.FollowUp;
using Workflow.Activities.InForce;
using Workflow.Activities.Layouts;
using Workflow.Activities.Lists;
using Workflow.Activities.Messages;
using Workflow.Activities.Portal;
using Workflow.Activities.Register;
using Workflow.Activities.Review;
using Workflow.Activities.Routes;
using Workflow.Activities.Signing;
using Workflow.Activities.Tasks;
using Workflow.Activities.Trips;

namespace Workflow.Integration.Tests.Roles;

/// <summary>An act as a form sends it.</summary>
/// <param name="Address">Where its form goes.</param>
/// <param name="Command">What the page makes of it.</param>
/// <param name="Stages">Beginnings of the stages in which it may be carried out; "" is any stage, none is never.</param>
internal sealed record Act(string Address, Type Command, params string[] Stages)
{
    /// <summary>Whether who holds the office might carry it out in this stage.</summary>
    public bool MayHappenIn(string stage) => Stages.Any(one => stage.StartsWith(one, StringComparison.Ordinal));
}

/// <summary>A page as one opens it, and the queries that it cannot do without.</summary>
internal sealed record Sight(string Address, params Type[] Queries);

/// <summary>Every act and every page; that none is missing is a test of its own.</summary>
internal static class Acts
{
    // An answer that comes late is taken until the text is decided.
    private static readonly string[] Asked = ["review", "revision", "conference"];
    private static readonly string[] Issued = ["follow-up+receipts", "receipts"];

    public static IReadOnlyList<Act> All { get; } =
    [
        new("/du-thao/moi", typeof(StageUpload), ""),
        new("/du-thao/moi/theo-mau", typeof(StartFromTemplate), ""),
        new("/du-thao/{draft}/soan/luu-tam", typeof(SaveTextDraft)),
        new("/du-thao/{draft}/soan/thanh-ban-moi", typeof(PublishTextDraft), "drafting", "review", "revision"),
        new("/du-thao/{draft}/soan/bo-ban-soan", typeof(DropTextDraft), "drafting", "review", "revision"),
        new("/du-thao/{draft}/soan/lay-nen-moi", typeof(RebaseTextDraft)),
        new("/du-thao/xem-truoc/{upload}/lap", typeof(StartDraft)),
        new("/du-thao/xem-truoc/{upload}/luu", typeof(AddVersion)),
        new("/du-thao/xem-truoc/{upload}/bo", typeof(ForgetUpload)),
        new("/du-thao/{draft}/trinh", typeof(SubmitDraft), "drafting"),
        new("/du-thao/{draft}/tham-dinh/xong-tham-dinh", typeof(AppraiseDraft), "appraisal"),
        new("/du-thao/{draft}/tham-dinh/luu-tham-dinh", typeof(KeepAppraisal), "appraisal"),
        new("/du-thao/{draft}/buoc/gui-co-quan", typeof(OpenStepRound)),
        new("/du-thao/{draft}/buoc/tra-lai-chinh-sua", typeof(ReturnFromOpening)),
        new("/du-thao/{draft}/buoc/ket-luan-dot", typeof(ConcludeRound)),
        new("/du-thao/{draft}/gop-y", typeof(AddComment), Asked),
        new("/du-thao/{draft}/luu-nhap", typeof(AddComment), Asked),
        new("/du-thao/{draft}/bo-nhap", typeof(DropComment)),
        new("/du-thao/{draft}/mo-dot/mo", typeof(OpenRound), "drafting", "appraisal", "revision"),
        new("/lay-y-kien/{round}/gui", typeof(SendOpinion), Asked),
        new("/lay-y-kien/{round}/gui-sau", typeof(SendOpinion), Asked),
        new("/lay-y-kien/{round}/luu-phieu", typeof(KeepOpinion), Asked),
        new("/lay-y-kien/{round}/rut-lai", typeof(WithdrawOpinion), "review"),
        new("/lay-y-kien/{round}/nhap-thay", typeof(EnterOpinion), Asked),
        new("/lay-y-kien/{round}/xem-phieu", typeof(JudgeEntry)),
        new("/lay-y-kien/{round}/giu-kin", typeof(TightenRound), "review"),
        new("/lay-y-kien/{round}/thay-ban", typeof(ReplaceAsked)),
        new("/lay-y-kien/{round}/ket-luan", typeof(ConcludeCirculation)),
        new("/du-thao/{draft}/ket-thuc", typeof(CloseReview), "review"),
        new("/du-thao/{draft}/tra-loi", typeof(AnswerComment), "revision"),
        new("/du-thao/{draft}/tra-loi-nhieu", typeof(AnswerComments), "revision"),
        new("/du-thao/{draft}/gop-lai", typeof(MergeComments)),
        new("/du-thao/{draft}/giao-tra-loi", typeof(AssignComments)),
        new("/du-thao/{draft}/neu-lai", typeof(ObjectToAnswer), "revision"),
        new("/du-thao/{draft}/sua", typeof(EditClause), "drafting", "review", "revision"),
        new("/du-thao/{draft}/tai-len", typeof(StageUpload), "drafting", "review", "revision"),
        new("/du-thao/{draft}/tiep-thu-cau-chu", typeof(TakeUpProposals), "revision"),
        new("/du-thao/{draft}/dung-cho", typeof(ConfirmPlace)),
        new("/du-thao/{draft}/lay-lai", typeof(RestoreVersion), "drafting", "review", "revision"),
        new("/du-thao/{draft}/hoan-chinh", typeof(FinishRevision), "revision"),
        new("/du-thao/{draft}/ket-luan/ghi", typeof(RecordConclusion), "drafting", "appraisal", "review", "revision", "conference"),
        new("/du-thao/{draft}/ket-luan/doi-soat", typeof(CheckPoint)),
        new("/du-thao/{draft}/ket-luan/rut", typeof(WithdrawConclusion)),
        new("/hoi-nghi", typeof(CallConference), ""),
        new("/hoi-nghi/{conference}/diem-danh", typeof(RecordAttendance), ""),
        new("/hoi-nghi/{conference}/co-mat", typeof(CheckIn), ""),
        new("/hoi-nghi/{conference}/khai-mac", typeof(OpenConference), "conference, called"),
        new("/hoi-nghi/{conference}/be-mac", typeof(CloseConference), ""),
        new("/hoi-nghi/{conference}/chuyen-noi-dung", typeof(GoToItem), ""),
        new("/hoi-nghi/{conference}/them-noi-dung", typeof(AddAgendaItem), ""),
        new("/hoi-nghi/{conference}/sap-xep", typeof(ArrangeAgenda), ""),
        new("/hoi-nghi/{conference}/bo-noi-dung", typeof(RemoveAgendaItem), "conference, called", "conference, opened"),
        new("/hoi-nghi/{conference}/giay-to/moi-khach", typeof(InviteGuest), ""),
        new("/hoi-nghi/{conference}/giay-to/gui-giay-moi", typeof(SendInvitations), ""),
        new("/hoi-nghi/{conference}/giay-to/cap-lien-ket", typeof(RevokeGuestPass)),
        new("/hoi-nghi/{conference}/giay-to/doi-lich", typeof(MoveConference), "conference, called"),
        new("/hoi-nghi/{conference}/giay-to/huy-hoi-nghi", typeof(CancelConference), "conference, called"),
        new("/hoi-nghi/{conference}/giay-to/nhan-tai-lieu", typeof(RecordMaterial)),
        new("/hoi-nghi/{conference}/giay-to/in-phieu", typeof(IssueBallots)),
        new("/hoi-nghi/{conference}/giay-to/loi-ket-luan", typeof(WriteConclusion), ""),
        new("/hoi-nghi/{conference}/dang-ky", typeof(AskToSpeak), "conference, opened", "conference, voting"),
        new("/hoi-nghi/{conference}/phat-bieu", typeof(ChangeSpeech)),
        new("/hoi-nghi/{conference}/ghi-loi", typeof(WriteRemark)),
        new("/hoi-nghi/{conference}/de-nghi-sua", typeof(MoveAmendment), "conference, opened"),
        new("/hoi-nghi/{conference}/cung-de-nghi", typeof(SecondAmendment)),
        new("/hoi-nghi/{conference}/xu-ly-sua", typeof(DecideAmendment)),
        new("/hoi-nghi/{conference}/khong-tham-gia", typeof(Recuse), "conference, called", "conference, opened"),
        new("/hoi-nghi/{conference}/mo-bieu-quyet", typeof(OpenVote), "conference, opened"),
        new("/hoi-nghi/{conference}/bo-phieu", typeof(CastBallot), "conference, voting"),
        new("/hoi-nghi/{conference}/tam-dung", typeof(HoldVote), "conference, voting"),
        new("/hoi-nghi/{conference}/huy", typeof(VoidVote), "conference, voting"),
        new("/hoi-nghi/{conference}/kiem-dem", typeof(EnterCount)),
        new("/hoi-nghi/{conference}/khoa", typeof(CloseVote), ""),
        new("/hoi-nghi/{conference}/ket-luan", typeof(DecideItem), "conference, "),
        new("/hoi-nghi/{conference}/ban-hoan-chinh", typeof(MakeFinalText)),
        new("/hoi-nghi/{conference}/xac-nhan-ban", typeof(ConfirmFinalText)),
        new("/hoi-nghi/{conference}/bao-luu", typeof(ReserveOpinion), ""),
        new("/hoi-nghi/{conference}/ky-bien-ban", typeof(SignMinutes)),
        new("/hoi-nghi/{conference}/mang-di/cho-di", typeof(TakeSessionAlong), "conference, called"),
        new("/hoi-nghi/{conference}/mang-di/lay-lai", typeof(TakeSessionBack)),
        new("/hoi-nghi/{conference}/mang-di/nhan-ket-qua", typeof(ReceiveResult)),
        new("/hoi-nghi/{conference}/mang-di/khoa-so", typeof(SealSession)),
        new("/hoi-nghi/{conference}/mang-di/cap-ma", typeof(RenewEntryCode)),
        new("/du-thao/{draft}/sua-ky-thuat", typeof(ProposeCorrection), "signing"),
        new("/du-thao/{draft}/duyet-sua", typeof(DecideCorrection)),
        new("/du-thao/{draft}/ky", typeof(SignResolution), "signing"),
        new("/ky-danh-sach/ky-da-chon", typeof(SignListed), "signing"),
        new("/du-thao/{draft}/dat-dau-hieu", typeof(SetMarks), "drafting", "appraisal", "review", "revision", "conference", "signing"),
        new("/du-thao/{draft}/tra-lai", typeof(ReturnUnsigned), "signing"),
        new("/du-thao/{draft}/ky-lai", typeof(RetrySignature)),
        new("/du-thao/{draft}/dong-dau", typeof(SealDocument), "sealing"),
        // No certificate is bound in this story: whoever asks is told so.
        new("/du-thao/{draft}/ky-tep/chot-tep-ky", typeof(PinForSigning)),
        new("/du-thao/{draft}/ky-tep/chot-tep-dau", typeof(PinForSealing)),
        new("/du-thao/{draft}/ky-tep/nop-tep-ky", typeof(AcceptSignedFile)),
        new("/du-thao/{draft}/ky-tep/nop-tep-dau", typeof(AcceptSealedFile)),
        new("/du-thao/{draft}/ky-giay/chot-ban-in", typeof(PinForPaper), "signing"),
        new("/du-thao/{draft}/ky-giay/nop-ban-quet", typeof(BringScan)),
        new("/du-thao/{draft}/ky-giay/xac-nhan-ban-quet", typeof(CertifyScan)),
        new("/quan-tri/chung-thu-so/dang-ky-chung-thu", typeof(BindCertificate), ""),
        new("/quan-tri/chung-thu-so/thoi-dung-chung-thu", typeof(EndCertificate)),
        new("/van-ban/{issued}/cong-thong-tin/dang-cong", typeof(ReleaseToPortal)),
        new("/van-ban/{issued}/cong-thong-tin/go-cong", typeof(TakeBackRelease), Issued),
        new("/van-ban/{issued}/hieu-luc/dinh-chinh", typeof(RecordErratum), Issued),
        new("/van-ban/{issued}/hieu-luc/sua-doi", typeof(RecordChange), Issued),
        new("/van-ban/{issued}/hieu-luc/thu-hoi", typeof(RecallDocument), Issued),
        new("/van-ban/{issued}/hieu-luc/het-han", typeof(RecordExpiry), Issued),
        new("/van-ban/{issued}/hieu-luc/bo-ghi", typeof(TakeBackStanding)),
        new("/quan-tri/cong-thong-tin/bat-tat", typeof(SwitchPortal), ""),
        new("/quan-tri/ky-ban-hanh/dat-lay-so", typeof(SetNumbering), ""),
        new("/quan-tri/ky-ban-hanh/dat-anh-ky", typeof(SetSignaturePicture), ""),
        new("/quan-tri/ky-ban-hanh/thoi-dung-anh", typeof(EndSignaturePicture)),
        new("/van-ban/{issued}/xac-nhan", typeof(ConfirmFollowUp), "follow-up"),
        new("/van-ban/nhan/ban/{dispatch}/nhan-thay", typeof(AcknowledgeForUnit), Issued),
        new("/van-ban/nhan/ban/{dispatch}/bao-cao-thay", typeof(ReportForUnit), Issued),
        new("/van-ban/nhan/ban/{dispatch}/cap-ma-phieu", typeof(RenewSheet), Issued),
        new("/van-ban/nhan/ban/{dispatch}/rut-lai", typeof(TakeBackForUnit), Issued),
        new("/van-ban/nhan/nhac-don-vi", typeof(RemindCopies), Issued),
        new("/van-ban/{issued}/noi-nhan/chon-don-vi", typeof(ChooseRecipient), "sealing", "follow-up", "receipts"),
        new("/van-ban/{issued}/noi-nhan/gui-bo-sung", typeof(SendSupplement), Issued),
        new("/van-ban/nhan/cach-gui/luu-cach-gui", typeof(SetUnitDelivery), ""),
        new("/van-ban/so/giu-so", typeof(ReserveNumber), ""),
        new("/van-ban/so/ghi-ban-giay", typeof(RegisterPaper)),
        new("/van-ban/so/huy-so", typeof(VoidNumber)),
        new("/van-ban/so/ghi-van-ban-mat", typeof(RegisterOutside), ""),
        new("/van-ban/so/mo-nhiem-ky", typeof(OpenTerm), ""),
        new("/van-ban/{issued}/sao/ky-sao", typeof(CopyIssued), Issued),
        new("/van-ban/ban-sao/ky-sao-luc", typeof(CopyReceived), ""),
        new("/van-ban/nhap-so", typeof(StageRegister), ""),
        new("/van-ban/nhap-so/{upload}/nhap", typeof(ImportRegister)),
        new("/van-ban/nhap-so/{upload}/bo", typeof(ForgetRegister)),
        new("/van-ban/den/ghi-giay-den", typeof(WriteInPaper), ""),
        new("/van-ban/den/{upload}/vao-so", typeof(RegisterIncoming)),
        new("/van-ban/den/{upload}/tu-choi", typeof(RefuseIncoming)),
        new("/van-ban/den/{upload}/chuyen-buoc", typeof(AdvanceIncoming)),
        new("/van-ban/den/{upload}/tra-loi-lay-lai", typeof(AnswerIncomingRecall)),
        new("/van-ban/nhan-goi", typeof(StagePackage), ""),
        new("/van-ban/nhan-goi/{upload}/nhan", typeof(TakePackage)),
        new("/van-ban/nhan-goi/{upload}/bo", typeof(ForgetPackage)),
        new("/van-ban/goi/{upload}/gui-lai", typeof(RetryMessage)),
        new("/van-ban/{issued}/lien-thong/lap-goi", typeof(SendByExchange)),
        new("/quan-tri/trao-doi/khai-bao", typeof(NameOurselves), ""),
        new("/quan-tri/trao-doi/them-noi", typeof(AddPartner), ""),
        new("/quan-tri/trao-doi/{upload}/sua", typeof(ChangePartner)),
        new("/quan-tri/trao-doi/{upload}/ghi-chung-thu", typeof(BindPartnerCertificate)),
        new("/quan-tri/trao-doi/{upload}/thoi-chung-thu", typeof(EndPartnerCertificate)),
        new("/quan-tri/trao-doi/{upload}/cap-khoa", typeof(MakePartnerKey)),
        new("/quan-tri/trao-doi/{upload}/giu-khoa", typeof(KeepPartnerKey)),
        new("/quan-tri/trao-doi/{upload}/thoi-trao-doi", typeof(EndPartner)),
        new("/van-ban-den/{dispatch}/mo", typeof(OpenDispatch), Issued),
        new("/van-ban-den/{dispatch}/xac-nhan", typeof(AcknowledgeDispatch), Issued),
        new("/van-ban-den/{dispatch}/vao-so", typeof(BookDispatch), Issued),
        new("/van-ban-den/{dispatch}/bao-cao", typeof(ReportDispatch), Issued),
        new("/van-ban-den/{dispatch}/tu-choi", typeof(RefuseDispatch), Issued),
        new("/van-ban-den/{dispatch}/tra-loi-thu-hoi", typeof(AnswerRecall)),
        new("/van-ban-den/{dispatch}/rut-lai", typeof(TakeBackDispatch), Issued),
        new("/quan-tri/lap", typeof(OpenAccount), ""),
        new("/quan-tri/dong", typeof(CloseAccount), ""),
        new("/quan-tri/dat-lai", typeof(ResetPassword), ""),
        new("/quan-tri/mo-khoa", typeof(UnlockAccount), ""),
        new("/quan-tri/tat-hai-lop", typeof(ResetTotp), ""),
        new("/quan-tri/kiem-tra/doi", typeof(SwitchCheck), ""),
        new("/quan-tri/the-thuc/them-the-thuc", typeof(AddLayout), ""),
        new("/quan-tri/tham-quyen/them-bang", typeof(AddAuthority), ""),
        new("/quan-tri/duong-di/chon-duong", typeof(ChooseDraftRoute), ""),
        new("/quan-tri/tham-dinh/lap-danh-muc", typeof(SetAppraisalChecklist), ""),
        new("/quan-tri/ho-so/{instance}/thu-lai", typeof(RetryIncident)),
        new("/quan-tri/ho-so/{instance}/tra-loi-thay", typeof(AnswerIncident)),
        new("/quan-tri/ho-so/{instance}/tam-dung", typeof(SuspendInstance), ""),
        new("/quan-tri/ho-so/{instance}/tiep-tuc", typeof(ResumeInstance)),
        new("/quan-tri/ho-so/{instance}/chuyen-ban", typeof(MigrateInstance)),
        new("/quan-tri/ho-so/{instance}/chuyen-buoc", typeof(MoveInstance), "drafting", "appraisal", "review", "revision", "conference", "signing"),
        new("/viec/{task}/nhan", typeof(ClaimTask), "appraisal", "revision", "follow-up"),
        new("/viec/{task}/xong", typeof(CompleteTask)),
        new("/viec/{task}/giao", typeof(DelegateTask)),
        new("/viec/{task}/goi-lai", typeof(RecallTask)),
        new("/viec/{task}/tra-lai-viec", typeof(ReleaseTask)),
        new("/viec/{task}/thu-lai-viec", typeof(TakeBackTask)),
        new("/viec/{task}/chi-dinh", typeof(AssignTask)),
        new("/quy-trinh/bat-dau", typeof(BeginProcess)),
        new("/theo-doi/danh-muc/ten-goi/ghi-ten", typeof(RecordListedName), ""),
        new("/theo-doi/danh-muc/ten-goi/bo-ten", typeof(DropListedName), ""),
        new("/theo-doi/danh-muc/van-ban/ghi-van-ban", typeof(RecordListedDocument), ""),
        new("/theo-doi/danh-muc/van-ban/bo-van-ban", typeof(DropListedDocument), ""),
        new("/vang-mat/ghi", typeof(RecordAbsence), ""),
        new("/vang-mat/bo", typeof(WithdrawAbsence)),
        new("/lich-lam-viec/them-ngay", typeof(AddCalendarDay), ""),
        new("/lich-lam-viec/sua-ngay", typeof(ChangeCalendarDay), ""),
        new("/lich-lam-viec/bo-ngay", typeof(RemoveCalendarDay), ""),
        new("/lich-lam-viec/them-ngay-co-dinh", typeof(FillCalendarYear)),
        new("/thoi-han/dat-quy-tac", typeof(SetDeadlineRules), ""),
        new("/nhac-viec/luu-cach-nhan", typeof(SetMyMessages), ""),
        new("/quan-tri/thu-di/gui-lai", typeof(RetryMail)),
        new("/quan-tri/ho-so/{instance}/dung", typeof(CancelInstance), "drafting", "appraisal", "review", "revision", "conference", "signing"),
        new("/quan-tri/quy-trinh/ve/ban-moi", typeof(StartDrawing), ""),
        new("/quan-tri/quy-trinh/ve/luu-ban-ve", typeof(SaveDrawing)),
        new("/quan-tri/quy-trinh/nhap/bo-ban-nhap", typeof(DiscardDrawing)),
        new("/quan-tri/quy-trinh/nhap/trien-khai", typeof(DeployDrawing)),
        new("/quan-tri/quy-trinh/[shipped]/ngung-dung", typeof(RetireProcess)),
        new("/quan-tri/quy-trinh/[shipped]/dung-ban-nay", typeof(BringBackVersion)),
    ];

    public static IReadOnlyList<Sight> Sights { get; } =
    [
        new("/du-thao", typeof(ReadDrafts)),
        new("/du-thao/{draft}", typeof(ReadDraft), typeof(ReadFindings), typeof(ReadCorrections), typeof(ReadDraftSession)),
        new("/du-thao/moi", typeof(ReadTemplates)),
        new("/du-thao/{draft}/soan", typeof(ReadTextDraft)),
        new("/du-thao/{draft}/soan/nguoi-khac", typeof(ReadOtherWriters)),
        new("/du-thao/{draft}/thay-doi", typeof(ReadComparison)),
        new("/du-thao/{draft}/thay-doi?tu=1&den=1&ba=1", typeof(ReadComparison), typeof(ReadThreeWay)),
        new("/du-thao/{draft}/y-kien", typeof(ReadDraft)),
        new("/du-thao/{draft}/tien-trinh", typeof(ReadDraft), typeof(ReadChain)),
        new("/du-thao/{draft}/buoc", typeof(ReadStep)),
        new("/du-thao/{draft}/tham-dinh", typeof(ReadAppraisals)),
        new("/du-thao/{draft}/tham-dinh/bao-cao.docx", typeof(ReadAppraisalPaper)),
        new("/du-thao/{draft}/tham-dinh/bao-cao.pdf", typeof(ReadAppraisalPaper)),
        new("/du-thao/{draft}/mo-dot", typeof(ReadRoundForm)),
        new("/lay-y-kien/{round}", typeof(ReadRound)),
        new("/lay-y-kien/{round}/phieu.docx", typeof(ReadOpinionPaper)),
        new("/lay-y-kien/{round}/phieu-trong.docx", typeof(ReadOpinionPaper)),
        new("/du-thao/{draft}/ho-so", typeof(ReadDraft)),
        new("/du-thao/{draft}/ban-1.docx", typeof(ReadDraftPaper)),
        new("/du-thao/{draft}/thay-doi/so-sanh.docx?tu=1&den=1", typeof(ReadRedlinePaper)),
        new("/du-thao/{draft}/thay-doi/ba-cot.docx?tu=1&den=1", typeof(ReadComparisonPaper)),
        new("/du-thao/{draft}/tong-hop.docx", typeof(ReadSynthesisPaper)),
        new("/du-thao/{draft}/tong-hop.pdf", typeof(ReadSynthesisPaper)),
        new("/du-thao/{draft}/ket-luan", typeof(ReadConclusions)),
        new("/du-thao/{draft}/ket-luan/bang-doi-soat.pdf", typeof(ReadReconciliationPaper)),
        new("/hoi-nghi", typeof(ReadConferences)),
        new("/hoi-nghi/{conference}", typeof(ReadConference), typeof(ReadCorrections), typeof(ReadSessionChanges), typeof(ReadTripNotice)),
        new("/hoi-nghi/{conference}/mang-di", typeof(ReadTrip)),
        new("/hoi-nghi/{conference}/mang-di/goi.hoinghi", typeof(ReadTripPackage)),
        new("/hoi-nghi/{conference}/truc-tiep?motLan=true", typeof(ReadPulse)),
        new("/hoi-nghi/{conference}/ma-qr", typeof(ReadDoor)),
        new("/hoi-nghi/{conference}/man-chieu", typeof(ReadConference), typeof(ReadSessionChanges)),
        new("/hoi-nghi/{conference}/chung-cu/{vote}", typeof(ReadProof)),
        new("/hoi-nghi/{conference}/chung-cu/{vote}/tep.json", typeof(ReadProof)),
        new("/hoi-nghi/{conference}/bien-ban.docx", typeof(ReadMinutesPaper)),
        new("/hoi-nghi/{conference}/bien-ban.pdf", typeof(ReadMinutesPaper)),
        new("/ky-danh-sach", typeof(ReadSigningList)),
        new("/du-thao/{draft}/ky-tep", typeof(ReadPinned)),
        new("/du-thao/{draft}/ky-giay", typeof(ReadPaperSigning), typeof(ReadPaperPart)),
        new("/quan-tri/chung-thu-so", typeof(ReadBoundCertificates)),
        new("/quan-tri/ky-ban-hanh", typeof(ReadSigningSetup), typeof(ReadSignaturePicture)),
        new("/hoi-nghi/{conference}/giay-to", typeof(ReadSessionDesk)),
        new("/hoi-nghi/{conference}/giay-to/diem-danh.pdf", typeof(ReadSessionPaper)),
        new("/hoi-nghi/{conference}/giay-to/thong-bao-ket-luan.docx", typeof(ReadSessionPaper)),
        new("/hoi-nghi/{conference}/giay-to/giay-moi-tat-ca.pdf", typeof(ReadInvitationsPaper)),
        new("/hoi-nghi/{conference}/tai-lieu", typeof(ReadMaterials)),
        new("/hoi-nghi/{conference}/tai-lieu/{item}.docx", typeof(ReadMaterialPaper)),
        new("/van-ban", typeof(ReadRegister)),
        new("/van-ban/{issued}", typeof(ReadIssued)),
        new("/van-ban/{issued}/cong-thong-tin", typeof(ReadRelease)),
        new("/van-ban/{issued}/hieu-luc", typeof(ReadStandingDesk)),
        new("/quan-tri/cong-thong-tin", typeof(ReadPortalSetting)),
        new("/van-ban/so", typeof(ReadBooks)),
        new("/van-ban/so/so-van-ban-di.pdf?so={book}", typeof(ReadBookPaper)),
        new("/van-ban/{issued}/sao", typeof(ReadCopyable), typeof(ReadCopies)),
        new("/van-ban/ban-sao", typeof(ReadCopies)),
        new("/van-ban/nhap-so", typeof(ReadStagedRegister)),
        new("/van-ban/den", typeof(ReadIncomingBook)),
        new("/van-ban/den/in-so", typeof(ReadIncomingSheet)),
        new("/van-ban/nhan-goi", typeof(ReadStagedPackage)),
        new("/van-ban/goi", typeof(ReadMessages)),
        new("/van-ban/{issued}/lien-thong", typeof(ReadOutgoing), typeof(ReadMessages)),
        new("/quan-tri/trao-doi", typeof(ReadPartners)),
        new("/van-ban-den", typeof(ReadIncoming)),
        new("/van-ban-den/{dispatch}", typeof(ReadIncomingCopy)),
        new("/van-ban/nhan", typeof(ReadReceipts)),
        new("/van-ban/nhan/ban/{dispatch}", typeof(ReadCopy)),
        new("/van-ban/{issued}/noi-nhan", typeof(ReadRecipients)),
        new("/van-ban/{issued}/phieu-gui", typeof(ReadSheets)),
        new("/van-ban/nhan/cach-gui", typeof(ReadUnitDelivery)),
        new("/van-ban/so-van-ban-di.xlsx", typeof(ReadRegisterSheet)),
        new("/theo-doi", typeof(ReadTargets)),
        new("/theo-doi/bao-cao", typeof(ReadDuties)),
        new("/theo-doi/chi-tieu.xlsx", typeof(ReadTargetsSheet)),
        new("/theo-doi/danh-muc/ten-goi", typeof(ReadListedNames)),
        new("/theo-doi/danh-muc/van-ban", typeof(ReadListedDocuments)),
        new("/viec/khong-nguoi-lam", typeof(ReadStuckTasks)),
        new("/quy-trinh", typeof(ReadStartable)),
        new("/vang-mat", typeof(ReadAbsences)),
        new("/lich-lam-viec", typeof(ReadCalendar)),
        new("/thoi-han", typeof(ReadDeadlineRules)),
        new("/nhac-viec", typeof(ReadMyMessages)),
        new("/quan-tri/thu-di", typeof(ReadMails)),
        new("/quan-tri", typeof(ReadOrganization), typeof(ReadAccounts)),
        new("/quan-tri/kiem-tra", typeof(ReadChecks)),
        new("/quan-tri/the-thuc", typeof(ReadLayouts)),
        new("/quan-tri/tham-quyen", typeof(ReadAuthority)),
        new("/quan-tri/duong-di", typeof(ReadDraftRoutes)),
        new("/quan-tri/tham-dinh", typeof(ReadAppraisalChecklists)),
        new("/quan-tri/ho-so", typeof(ReadInstances)),
        new("/quan-tri/ho-so/{instance}", typeof(ReadInstance)),
        new("/quan-tri/ho-so/{instance}/bai-thu", typeof(ReadCaseCopy)),
        new("/quan-tri/ho-so/{instance}/chuyen-ban", typeof(ReadMigration)),
        new("/quan-tri/quy-trinh", typeof(ReadDefinitions), typeof(ReadDrawings)),
        new("/quan-tri/quy-trinh/nap", typeof(ReadDrawings)),
        new("/quan-tri/quy-trinh/ve", typeof(ReadVocabulary), typeof(ReadDrawing), typeof(CheckDrawing)),
        new("/quan-tri/quy-trinh/[shipped]", typeof(ReadDefinition), typeof(ReadElementLoad)),
        new("/quan-tri/quy-trinh/[shipped]/so-lieu", typeof(ReadElementLoad)),
        new("/quan-tri/quy-trinh/[shipped]/tep", typeof(ReadDefinitionFile)),
        new("/quan-tri/quy-trinh/chay-thu?ma=[shipped]", typeof(ReadSimulation)),
    ];

    /// <summary>What pages keep of their own accord when they are read; the same people may read them.</summary>
    public static IReadOnlyList<Type> OfPages { get; } = [typeof(MarkRead), typeof(NoteOpening)];

    /// <summary>Papers of a secret vote on paper and files of copies, which the story does not hold; who may have them is tried in tests of their own.</summary>
    public static IReadOnlyList<Type> OfPaperVotes { get; } = [typeof(ReadCountPaper), typeof(ReadBallotPaper), typeof(ReadCopyFile)];

    /// <summary>Documents of others and messages, which the story does not hold; who may have them is tried in a test of their own.</summary>
    public static IReadOnlyList<Type> OfExchange { get; } = [typeof(ReadIncomingPaper), typeof(ReadIncomingFile), typeof(ReadMessageFile), typeof(IsPartnerKey)];

    /// <summary>What a program of a partner does, in the name of who made its key.</summary>
    public static Type OfProgram { get; } = typeof(ReceivePackage);

    /// <summary>What a one-time address does, in the name of who made it.</summary>
    public static Type OfLink { get; } = typeof(TakePinnedFile);

    /// <summary>Queries that everyone may ask about themselves, or that look at whose copy it is.</summary>
    public static IReadOnlyList<Type> OfEveryone { get; } = [typeof(Activities.Inbox.ReadInbox), typeof(ReadPortalLine), typeof(ReadStandings), typeof(ReadIssuedFile), typeof(ReadTask), typeof(ReadCaseFile), typeof(ReadUpload), typeof(ReadTextDraftComparison), typeof(ReadTextDraftPaper), typeof(ReadLeftTextDrafts), typeof(ReadOpinionScan), typeof(ReadCirculationProof)];
}
